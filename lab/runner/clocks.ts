import type { Knowledge } from '../../src/knowledge/model.ts';
import type { Clocks } from '../edge/probe.ts';

/** Scaled clocks in milliseconds. Linux never repeats a SYN sooner than after one second, so connect must span two. */
const SCALED: Clocks = { connect: 2500, tls: 2500, write: 2000, ack: 2000, read: 3500 };

function seconds(knowledge: Knowledge, id: string): number {
  const value = knowledge.figures.get(id)?.values[0]?.value;
  if (typeof value !== 'number') throw new Error(`content/cloudflare.yaml has no single figure "${id}"`);
  return value;
}

/**
 * The edge's clocks.
 * @param real Cloudflare's documented ones, from the content; otherwise the scaled ones
 */
export function clocksFor(knowledge: Knowledge, real: boolean): Clocks {
  if (!real) return SCALED;
  const ms = (id: string): number => 1000 * seconds(knowledge, id);
  // Cloudflare does not document a clock for the TLS handshake; the one for connecting stands in.
  return { connect: ms('connect'), tls: ms('connect'), write: ms('write'), ack: ms('ack'), read: ms('read') };
}

/** Largest response header block that the edge reads, in bytes. */
export function headerLimit(knowledge: Knowledge): number {
  return 1024 * seconds(knowledge, 'headers');
}
