/** A piece of an excerpt; marked when it is what was searched for. */
export interface ExcerptPart {
  readonly text: string;
  readonly marked: boolean;
}

const ENTITIES: Readonly<Record<string, string>> = {
  '&lt;': '<',
  '&gt;': '>',
  '&quot;': '"',
  '&#39;': "'",
  '&amp;': '&',
};

function decode(text: string): string {
  return text.replace(/&(?:lt|gt|quot|#39|amp);/g, (entity) => ENTITIES[entity] ?? entity);
}

/**
 * An excerpt of the full-text search as pieces of text. Only its <mark> is read as markup; anything else that looks like
 * markup stays text.
 */
export function excerptParts(excerpt: string): ExcerptPart[] {
  return excerpt
    .split(/(<mark>[^<]*<\/mark>)/)
    .filter((piece) => piece !== '')
    .map((piece) => {
      const inner = /^<mark>([^<]*)<\/mark>$/.exec(piece)?.[1];
      return inner === undefined ? { text: decode(piece), marked: false } : { text: decode(inner), marked: true };
    });
}
