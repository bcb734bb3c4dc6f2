import { defineConfig } from 'vitest/config';

// Browsers, servers and scripts run beside each other: a wait can miss its time on a busy machine. The closing lines name what
// passed on the second try only; what the page itself did wrong (script errors, policy, foreign requests) fails at the first.
const SECOND_TRY = { retry: 1 };

export default defineConfig({
  test: {
    environment: 'node',
    reporters: ['dot', './tests/support/closing-line.ts'],
    // Property tests and whole-content walks share two cores with a browser.
    testTimeout: 60_000,
    hookTimeout: 60_000,
    // What a page draws after a key or a click: vitest's own second is too short for a busy machine.
    expect: { poll: { timeout: 15_000 } },
    projects: [
      {
        extends: true,
        test: { name: 'unit', include: ['src/**/*.test.ts', 'lab/**/*.test.ts'], exclude: ['lab/tests/**'] },
      },
      // Real parsers and servers read what the generators write; needs no built site. They run beside the script, which mostly waits.
      {
        extends: true,
        test: {
          name: 'parsers',
          include: ['tests/parsers/**/*.test.ts'],
          ...SECOND_TRY,
          testTimeout: 45_000,
          maxWorkers: 2,
          sequence: { groupOrder: 4 },
        },
      },
      // Reads pasted texts with the content's patterns; needs no built site.
      { extends: true, test: { name: 'analyzer', include: ['tests/analyzer/**/*.test.ts'] } },
      // Makes faults in namespaces of their own; needs root on Linux, and no built site.
      {
        extends: true,
        test: {
          name: 'lab',
          include: ['lab/tests/*.test.ts'],
          testTimeout: 900_000,
          hookTimeout: 60_000,
          fileParallelism: false,
          sequence: { groupOrder: 3 },
        },
      },
      // Runs the published samples as programs; needs no built site.
      {
        extends: true,
        test: { name: 'samples', include: ['tests/samples/*.test.ts'], testTimeout: 45_000, ...SECOND_TRY },
      },
      // The diagnosis script in small origins of their own; needs no built site.
      {
        extends: true,
        test: {
          name: 'diagnose',
          // Each fault in an origin of its own takes minutes more, and the lab tries most of them: `npm run test:diagnose`.
          include:
            process.env.DIAGNOSE === 'all' ? ['tests/diagnose/*.test.ts'] : ['tests/diagnose/{static,hostile}.test.ts'],
          ...SECOND_TRY,
          testTimeout: 120_000,
          maxConcurrency: 5,
          maxWorkers: 2,
          sequence: { groupOrder: 4 },
        },
      },
      {
        extends: true,
        test: {
          name: 'site',
          include: ['tests/**/*.test.ts'],
          exclude: ['tests/samples/**', 'tests/parsers/**', 'tests/analyzer/**', 'tests/diagnose/**'],
          globalSetup: ['tests/support/setup.ts'],
          ...SECOND_TRY,
          // Some tests read every page of the build.
          testTimeout: 120_000,
          hookTimeout: 45_000,
          // One browser serves all files; more workers than this only wait for it.
          maxWorkers: 3,
          maxConcurrency: 2,
          sequence: { groupOrder: 1 },
        },
      },
    ],
  },
});
