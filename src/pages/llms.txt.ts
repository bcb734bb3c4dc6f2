import type { APIRoute } from 'astro';
import { url } from '../components/site/url.ts';
import { plainText } from '../domain/text/parse.ts';
import { PLATFORM_GENERATORS } from '../domain/firewall/registry.ts';
import { twinPath } from '../domain/text/twin.ts';
import { siteKnowledge } from '../knowledge/site.ts';
import { codesInOrder } from '../knowledge/views.ts';

/** A list of the pages for language models, each as its Markdown twin. */
export const GET: APIRoute = ({ site }) => {
  const knowledge = siteKnowledge();
  const address = (path: string): string => {
    const local = url(path);
    return site === undefined ? local : new URL(local, site).href;
  };
  const line = (path: string, title: string, words: string): string =>
    `- [${plainText(title, knowledge.figure)}](${address(twinPath(path))}): ${plainText(words, knowledge.figure)}`;
  const lines = [
    '# 52x Field Guide',
    '',
    '> What broke, on whose side, how to prove it and what to do: an independent guide to Cloudflare’s 52x errors, with dated sources. Every page has a Markdown twin; the data is JSON.',
    '',
    '## Codes',
    '',
    ...codesInOrder(knowledge).map((code) => {
      const error = knowledge.errors.get(code);
      return line(`/${code}/`, `Error ${code}: ${error?.title ?? ''}`, error?.meaning ?? '');
    }),
    '',
    '## Overviews',
    '',
    line('/compare/', 'The codes compared', 'Stage, clock, retry and first check of each code.'),
    line('/disputes/', 'Disputes', 'Claims that circulate, checked.'),
    line('/lab/', 'Lab', 'Faults reproduced in front of a simulated edge, with the fixes that were verified.'),
    line('/checks/', 'Checks', 'Every command and place to look, and what each result means.'),
    line('/glossary/', 'Glossary', 'The words of these pages, in a sentence each.'),
    line('/sources/', 'Sources', 'What every claim rests on.'),
    '',
    '## Tools',
    '',
    line('/troubleshoot/', 'Troubleshooter', 'Questions that lead from the symptoms to the cause; needs a browser.'),
    line(
      '/analyze/',
      'Analyzer',
      'Reads a pasted log, header or capture and says what each line shows; nothing is sent.',
    ),
    line(
      '/tools/diagnose/',
      'diagnose.sh',
      'What the script for the origin looks at, how to run it, and its checksum.',
    ),
    `- [The script itself](${address('/diagnose.sh')}): POSIX shell, to be read and run on the origin; it changes nothing.`,
    line(
      '/tools/firewall/',
      'Firewall rules',
      `Rules that let Cloudflare’s ranges in, for ${String(PLATFORM_GENERATORS.length)} platforms, with undo and a timer.`,
    ),
    ...PLATFORM_GENERATORS.map(({ id, title }) =>
      line(`/tools/firewall/${id}/`, `Firewall rules: ${title}`, 'The rules for ports 80 and 443, both families.'),
    ),
    line('/tools/retry/', 'Retry policy', 'Which failures a client may repeat, when, and code that does it.'),
    line('/clients/', 'Clients', 'How HTTP clients meet these errors, and what they repeat by themselves.'),
    '',
    '## Causes',
    '',
    ...[...knowledge.causes].map(([id, cause]) => line(`/causes/${id}/`, cause.title, cause.summary)),
    '',
    '## Guides',
    '',
    ...[...knowledge.guides].map(([id, guide]) => line(`/guides/${id}/`, guide.title, guide.summary)),
    '',
    '## Data',
    '',
    `- [JSON API](${address('/api/v1/index.json')}): every collection, with JSON Schemas.`,
    `- [Retry rules](${address('/api/v1/retry.json')}): for each code and kind of request whether to repeat it, and after how many seconds.`,
  ];
  return new Response(`${lines.join('\n')}\n`, { headers: { 'Content-Type': 'text/plain; charset=utf-8' } });
};
