import { describe, expect, inject } from 'vitest';
import { errorPages } from '../support/pages.ts';
import { test } from '../support/visit.ts';

const site = inject('site');

describe('the keyboard goes down the page', () => {
  test.for(errorPages(site.dist))(
    '%s: on a wide screen, too, no part with a link stands above one before it',
    async (path, { regular }) => {
      const { page } = regular;
      await page.setViewportSize({ width: 1280, height: 900 });
      await page.goto(site.address + path);
      const places = await page.locator('main :is(a, button, summary, [tabindex="0"])').evaluateAll((all) =>
        all
          .map((each) => each.closest('main > *, #where > *') ?? each)
          .filter((part, index, parts) => part !== parts[index - 1])
          .map((part) => part.getClientRects()[0]?.top ?? 0),
      );
      expect(places.length).toBeGreaterThan(5);
      expect(places).toEqual([...places].sort((a, b) => a - b));
    },
  );
});
