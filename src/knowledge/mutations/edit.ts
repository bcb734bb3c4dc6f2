import { expect } from 'vitest';

export type Mutate = (text: string) => string;
export type Line = number | ((text: string) => number);

/** One way to break the content, and how it must be refused. */
export interface Case {
  readonly name: string;
  /** The file to break, below content/. */
  readonly file: string;
  /** The real file whose text is taken, where it is another one: the case then adds a file. */
  readonly from?: string;
  readonly mutate: Mutate;
  readonly walks?: true;
  readonly expect: {
    readonly line: Line;
    readonly field?: string;
    readonly text: RegExp;
    readonly severity?: 'warning';
  };
}

/** Replaces the first occurrence. */
export const swap =
  (find: string | RegExp, by: string): Mutate =>
  (text) =>
    text.replace(find, () => by);
export const all =
  (...steps: Mutate[]): Mutate =>
  (text) =>
    steps.reduce((now, step) => step(now), text);
export const append =
  (...lines: string[]): Mutate =>
  (text) =>
    `${text.trimEnd()}\n${lines.join('\n')}\n`;
export const same: Mutate = (text) => text;

/** The line on which the first occurrence stands. */
export const at =
  (needle: string): Line =>
  (text) => {
    expect(text).toContain(needle);
    return text.slice(0, text.indexOf(needle)).split('\n').length;
  };
export const lastAt =
  (needle: string): Line =>
  (text) => {
    expect(text).toContain(needle);
    return text.slice(0, text.lastIndexOf(needle)).split('\n').length;
  };

export const E522 = 'errors/522.mdx';
export const CAUSE = 'causes/fw-drop-cloudflare.mdx';
export const CHECK = 'checks/firewall-rules.yaml';
export const DIRECT = 'symptoms/direct.yaml';
export const FIGURES = 'cloudflare.yaml';
export const SOURCES = 'sources.yaml';
export const FIRST = 'questions/code.yaml';
export const SIGHT = 'questions/sight.yaml';
export const END = 'ends/before-server.yaml';
export const GUIDE = 'guides/allow-cloudflare.mdx';
export const PATTERNS = 'patterns/nginx-error-log.yaml';
export const DISPUTES = 'disputes.yaml';

export const BODY_ANCHOR = 'A slow script is a [524](error:524)';
/** Puts words into the middle of a body, on a line of their own. */
export const inBody = (words: string): Pick<Case, 'file' | 'mutate'> => ({
  file: E522,
  mutate: swap(BODY_ANCHOR, `\n${words}\n${BODY_ANCHOR}`),
});
export const inField = (words: string): Pick<Case, 'file' | 'mutate'> => ({
  file: CAUSE,
  mutate: swap(/^verify: >-\n/m, `verify: >-\n  ${words}\n`),
});
export const FIELD = { line: at('verify: >-'), field: 'verify' };
