import type { Reporter, TestModule } from 'vitest/node';

/** Prints the line that CI reads, alone and last: "N passed, N failed, N skipped". */
export default class ClosingLine implements Reporter {
  onTestRunEnd(modules: readonly TestModule[], errors: readonly unknown[]): void {
    const left: string[] = [];
    const again: string[] = [];
    const count = { passed: 0, failed: 0, skipped: 0, pending: 0 };
    for (const module of modules) {
      for (const test of module.children.allTests()) {
        count[test.result().state] += 1;
        if (test.result().state === 'skipped') left.push(test.fullName);
        if (test.diagnostic()?.flaky === true)
          again.push(
            `${module.relativeModuleId}: ${test.fullName}: ${test.result().errors?.[0]?.message.split('\n')[0] ?? ''}`,
          );
      }
      // A file that could not be loaded has no tests to count.
      if (module.state() === 'failed' && [...module.children.allTests()].length === 0) count.failed += 1;
    }
    // The names say what each needs.
    for (const name of left) process.stdout.write(`skipped: ${name}\n`);
    for (const name of again) process.stdout.write(`passed on the second try: ${name}\n`);
    const failed = count.failed + errors.length;
    const skipped = count.skipped + count.pending;
    process.stdout.write(`\n${String(count.passed)} passed, ${String(failed)} failed, ${String(skipped)} skipped\n`);
  }
}
