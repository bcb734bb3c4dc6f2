import { at, type Context, type Rule } from './rule.ts';
import { allProse, stringsIn } from './texts.ts';

/** Ids of sources that some entry names in a field, cites, or links to. */
function usedSources(context: Context): Set<string> {
  const used = new Set<string>();
  for (const entry of context.raw.values()) {
    for (const { path, value } of stringsIn(entry.data)) {
      if (path.includes('sources') || path.at(-1) === 'source') used.add(value);
    }
  }
  for (const { text } of allProse(context)) {
    for (const match of text.matchAll(/\[\^([a-z0-9-]+)\]|\]\(source:([a-z0-9-]+)\)/g))
      used.add(match[1] ?? match[2] ?? '');
  }
  return used;
}

/** The same day a year earlier. */
function yearBefore(today: string): string {
  return `${String(Number(today.slice(0, 4)) - 1)}${today.slice(4)}`;
}

/** Some days after: nobody has read a source later than that, whatever their time zone. */
function soonAfter(today: string): string {
  return new Date(Date.parse(today) + 7 * 86_400_000).toISOString().slice(0, 10);
}

/** The bibliography holds only what is used, and copies that are not over a year old. */
export const sourceList: Rule = (context) => {
  const used = usedSources(context);
  const oldest = yearBefore(context.today);
  const latest = soonAfter(context.today);
  return [...context.knowledge.sources].flatMap(([id, { read }]) => {
    const place = (field: string) => ({ collection: 'sources' as const, id, path: [field] });
    const idle = {
      expected: `expected something to cite "${id}", found nothing`,
      remedy: 'cite it where its claim stands, or remove it',
      severity: 'warning' as const,
    };
    const old = {
      expected: `expected a copy read on or after ${oldest}, found ${read}`,
      remedy: 'read the source again, correct what changed, and set read to that day',
      severity: 'warning' as const,
    };
    const ahead = {
      expected: `expected a day that has come, found ${read}`,
      remedy: 'write the day on which the source was read',
    };
    return [
      ...(read > latest ? [at(context, place('read'), ahead)] : []),
      ...(used.has(id) ? [] : [at(context, place('id'), idle)]),
      ...(read < oldest ? [at(context, place('read'), old)] : []),
    ];
  });
};
