/** Words a minute of someone who reads to act. Our assumption. */
const PACE = 230;

/** Stand in a page for what is known only once all of it is there. */
export const MINUTES = { all: '{{minutes}}', part: '{{part-minutes}}' } as const;

/** Parts of a page that are looked up and not read through. */
const LOOKED_UP = /<(nav|svg|pre|script)\b.*?<\/\1>|<section class="sec" id="(?:sources|words)".*?<\/section>/gs;
const ANSWERS = /<section class="sec" id="now">.*?<\/section>/s;

function minutes(html: string): number {
  const words = html.replace(/<[^>]*>/g, ' ').match(/[\p{L}\p{N}]+/gu)?.length ?? 0;
  return Math.max(1, Math.round(words / PACE));
}

/**
 * Writes into a page how many minutes its main part takes to read, and how many the longest of the answers to each
 * audience takes; at least 1 each. Code, drawings, sources and the list of words do not count.
 * @param html a whole page with the marks of MINUTES; without them it is returned as it is
 */
export function fillMinutes(html: string): string {
  if (!html.includes(MINUTES.all)) return html;
  const main = html
    .slice(Math.max(0, html.indexOf('<main')))
    .replace(/<footer.*/s, '')
    .replace(LOOKED_UP, ' ');
  const answers = ANSWERS.exec(main)?.[0].split('<h3').slice(1) ?? [];
  return html
    .replace(MINUTES.all, String(minutes(main)))
    .replace(MINUTES.part, String(Math.max(1, ...answers.map(minutes))));
}
