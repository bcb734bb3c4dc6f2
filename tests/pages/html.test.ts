import { HtmlValidate } from 'html-validate';
import { describe, expect, inject, test } from 'vitest';
import { builtPages, source } from '../support/pages.ts';

const { dist } = inject('site');

const validator = new HtmlValidate({
  root: true,
  extends: ['html-validate:recommended', 'html-validate:document'],
  rules: {
    // Every script and style is a file of this site; integrity hashes are for other hosts.
    'require-sri': ['error', { target: 'crossorigin' }],
    // The drawings are ordered lists whose label says what the list shows; the standard allows it.
    'aria-label-misuse': ['error', { allowAnyNamable: true }],
    // Ids are permanent, and some begin with a code; the standard allows it.
    'valid-id': ['error', { relaxed: true }],
    // The title of a question page is the question; such pages are in no index.
    'long-title': 'off',
    // <input> and <input /> are the same element; two renderers write it in two ways.
    'void-style': 'off',
  },
});

describe('the HTML is valid', () => {
  test.for(builtPages(dist))('%s', async (path) => {
    const { results } = await validator.validateString(source(dist, path), path);
    const told = results.flatMap(({ messages }) =>
      messages.map(({ ruleId, message, selector }) => `${ruleId}: ${message} at ${selector ?? '?'}`),
    );
    expect(told).toEqual([]);
  });
});
