import { defineConfig } from 'vitest/config';

export default defineConfig({
  test: {
    environment: 'node',
    projects: [
      { extends: true, test: { name: 'unit', include: ['src/**/*.test.ts'] } },
      // Runs the published samples as programs; needs no built site.
      { extends: true, test: { name: 'samples', include: ['tests/samples/*.test.ts'], testTimeout: 45_000 } },
      {
        extends: true,
        test: {
          name: 'site',
          include: ['tests/**/*.test.ts'],
          exclude: ['tests/samples/**'],
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
