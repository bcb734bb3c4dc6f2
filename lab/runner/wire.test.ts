import { describe, expect, it } from 'vitest';
import { wireSymptoms } from './wire.ts';

const EDGE = '172.68.10.1';
const ORIGIN = '203.0.113.10';
const inward = (flags: string, port = 40001): string =>
  `12:00:00.000001 IP ${EDGE}.${String(port)} > ${ORIGIN}.443: Flags [${flags}], seq 1, win 64240, length 0`;
const outward = (flags: string, port = 40001): string =>
  `12:00:00.000002 IP ${ORIGIN}.443 > ${EDGE}.${String(port)}: Flags [${flags}], seq 1, ack 2, win 65160, length 0`;
const read = (...lines: string[]): string[] => wireSymptoms(lines.join('\n'), 443);

describe('wireSymptoms', () => {
  it('tells silence, refusal and nothing at all apart', () => {
    expect(read()).toEqual(['syn-absent']);
    expect(read(inward('S'), inward('S'))).toEqual(['syn-unanswered']);
    expect(read(inward('S'), outward('R.'))).toEqual(['syn-rst']);
  });

  it.each([
    `12:00:00.1 IP ${ORIGIN} > ${EDGE}: ICMP ${ORIGIN} tcp port 443 unreachable, length 68`,
    `12:00:00.1 IP ${ORIGIN} > ${EDGE}: ICMP host ${ORIGIN} unreachable - admin prohibited filter, length 68`,
    `12:00:00.1 IP6 2001:db8::10 > 2400:cb00:48::10: ICMP6, destination unreachable, unreachable port, length 88`,
  ])('reads %s', (line) => {
    expect(read(inward('S'), line)).toEqual(['syn-icmp']);
  });

  it('does not take neighbour discovery for a refusal', () => {
    const line = '12:00:00.1 IP6 2001:db8::1 > ff02::1: ICMP6, neighbor solicitation, who has 2001:db8::10, length 32';
    expect(read(inward('S'), line)).toEqual(['syn-unanswered']);
  });

  it('knows a completed handshake from an answer that never arrives', () => {
    expect(read(inward('S'), outward('S.'), inward('.'))).toEqual(['handshake-ok']);
    expect(read(inward('S'), outward('S.'), inward('S'), outward('S.'))).toEqual(['synack-repeats']);
  });

  it('names each kind once when calls fare differently', () => {
    const lines = [inward('S', 1), outward('S.', 1), inward('.', 1), inward('S', 2), outward('R.', 2), inward('S', 3)];
    expect(read(...lines, inward('S', 4), outward('R.', 4))).toEqual(['handshake-ok', 'syn-rst', 'syn-unanswered']);
  });

  it('looks at the called port only and survives any text', () => {
    expect(read(inward('S').replace('.443', '.22'))).toEqual(['syn-absent']);
    expect(read('\u001b[31m', 'IP a.b > c.d: Flags [', '')).toEqual(['syn-absent']);
  });
});
