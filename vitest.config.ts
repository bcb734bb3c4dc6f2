import { defineConfig } from 'vitest/config';

export default defineConfig({
  test: {
    environment: 'node',
    reporters: ['dot', './tests/support/closing-line.ts'],
    // Property tests and whole-content walks share two cores with a browser.
    testTimeout: 30_000,
    projects: [
      { extends: true, test: { name: 'unit', include: ['src/**/*.test.ts'] } },
      // Real parsers and servers read what the generators write; needs no built site.
      {
        extends: true,
        test: {
          name: 'parsers',
          include: ['tests/parsers/**/*.test.ts'],
          testTimeout: 45_000,
          sequence: { groupOrder: 2 },
        },
      },
      // Runs the published samples as programs; needs no built site.
      { extends: true, test: { name: 'samples', include: ['tests/samples/*.test.ts'], testTimeout: 45_000 } },
      // The diagnosis script in small origins of their own; needs no built site.
      {
        extends: true,
        test: {
          name: 'diagnose',
          include: ['tests/diagnose/**/*.test.ts'],
          testTimeout: 120_000,
          maxConcurrency: 3,
          sequence: { groupOrder: 3 },
        },
      },
      {
        extends: true,
        test: {
          name: 'site',
          include: ['tests/**/*.test.ts'],
          exclude: ['tests/samples/**', 'tests/parsers/**', 'tests/diagnose/**'],
          globalSetup: ['tests/support/setup.ts'],
          testTimeout: 45_000,
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
