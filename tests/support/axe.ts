import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import type { AxeResults, RunOptions } from 'axe-core';
import type { Page } from 'playwright-core';

const axeSource = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');

const STANDARD = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22a', 'wcag22aa', 'best-practice'];

/** Rules whose result depends on colours, the only thing that differs between the two themes. */
const COLOUR_RULES = ['color-contrast', 'link-in-text-block'];

declare global {
  interface Window {
    axe: { run: (options: RunOptions) => Promise<AxeResults> };
  }
}

/** Puts axe into a loaded page. It goes in through the debugger, which the page's policy does not bind. */
export async function injectAxe(page: Page): Promise<void> {
  await page.evaluate(axeSource);
}

/** Violations on the page as it stands, one line each. */
export async function violations(page: Page, extent: 'all' | 'colours'): Promise<string[]> {
  const options: RunOptions = {
    runOnly: extent === 'all' ? { type: 'tag', values: STANDARD } : { type: 'rule', values: COLOUR_RULES },
    resultTypes: ['violations'],
  };
  const { violations: found } = await page.evaluate((given) => window.axe.run(given), options);
  return found.flatMap(({ id, help, nodes }) =>
    nodes
      .slice(0, 5)
      .map(
        ({ target, failureSummary }) =>
          `${id} (${help}) at ${target.join(' ')}: ${failureSummary?.split('\n').at(1)?.trim() ?? ''}`,
      ),
  );
}
