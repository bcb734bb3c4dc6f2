import type { Analysis, Edge, Facts } from '../../domain/analyzer/model.ts';

/** Cloudflare's part, as a headline. */
export const EDGE_WORDS: Readonly<Record<Edge, string>> = {
  made: 'Cloudflare’s edge wrote this answer',
  relayed: 'Cloudflare relayed it; your server made it',
  absent: 'Cloudflare had no part in it',
  unclear: 'Who made it does not show',
};

/** The facts that could be read, with their names. */
export function factRows(facts: Facts): [name: string, value: string][] {
  const { rayId, colo, when, host, elapsedSeconds } = facts;
  const zoned = when?.endsWith('Z') === true;
  const time = when?.replace('T', ' ').replace(/Z$/, ' UTC');
  const rows: [string, string | null | undefined][] = [
    ['Ray ID', rayId],
    ['Edge location', colo],
    ['Time', time === undefined || zoned ? time : `${time}, zone not named`],
    ['Host', host],
    ['Until the error', elapsedSeconds === null ? null : `${String(Math.round(elapsedSeconds * 1000) / 1000)} s`],
  ];
  return rows.flatMap(([name, value]) => (value === null || value === undefined ? [] : [[name, value]]));
}

/** All lines that show something. */
export function markedLines(analysis: Analysis): number[] {
  return [...analysis.errors, ...analysis.findings].flatMap((part) => part.lines);
}
