import { INPUT } from './generated.ts';
import { LISTS } from './refresh-bench.ts';

/** What a server between may answer instead. */
export const html = '<!DOCTYPE html>\n<title>Just a moment...</title>';
/** Answers that must not become rules. */
export const BAD: readonly [string, { v4?: string; v6?: string }][] = [
  ['no IPv4 list', { v6: LISTS.v6 }],
  ['no IPv6 list', { v4: LISTS.v4 }],
  ['an empty list', { ...LISTS, v4: '' }],
  ['a web page', { ...LISTS, v4: html }],
  ['a web page for IPv6', { ...LISTS, v6: html }],
  ['half a list', { ...LISTS, v4: INPUT.ipv4.slice(0, 7).join('\n') }],
  ['half an IPv6 list', { ...LISTS, v6: INPUT.ipv6.slice(0, 3).join('\n') }],
  ['everything', { ...LISTS, v4: `${LISTS.v4}\n0.0.0.0/0` }],
  ['everything in IPv6', { ...LISTS, v6: `${LISTS.v6}::/0` }],
  ['the whole of IPv6 that is routed', { ...LISTS, v6: `${LISTS.v6}2000::/3` }],
  ['a private range', { ...LISTS, v4: `${LISTS.v4}\n192.168.0.0/24` }],
  ['a range around a private one', { ...LISTS, v4: `${LISTS.v4}\n172.0.0.0/8` }],
  ['a range within a private one', { ...LISTS, v4: `${LISTS.v4}\n10.9.8.0/24` }],
  ['a private IPv6 range', { ...LISTS, v6: `${LISTS.v6}fd00:1::/32` }],
  ['a bare address', { ...LISTS, v4: `${LISTS.v4}\n198.51.100.7` }],
  ['host bits', { ...LISTS, v4: `${LISTS.v4}\n198.51.100.7/24` }],
  ['an octet too high', { ...LISTS, v4: `${LISTS.v4}\n198.51.300.0/24` }],
  ['a prefix too long', { ...LISTS, v4: `${LISTS.v4}\n198.51.100.0/33` }],
  ['two gaps', { ...LISTS, v6: `${LISTS.v6}2001::db8::/32` }],
  ['three colons', { ...LISTS, v6: `${LISTS.v6}2001:db8:::/32` }],
  ['too few groups', { ...LISTS, v6: `${LISTS.v6}2001:db8/32` }],
  ['a group too long', { ...LISTS, v6: `${LISTS.v6}2001:db888::/32` }],
  ['a command', { ...LISTS, v4: `${LISTS.v4}\n198.51.100.0/24;reboot` }],
  ['an expansion', { ...LISTS, v4: `${LISTS.v4}\n$(reboot)/24` }],
  ['the families mixed up', { v4: LISTS.v6, v6: LISTS.v4 }],
  [
    'more lines than any list has',
    {
      ...LISTS,
      v4: Array.from({ length: 501 }, (_, n) => `198.${String(n % 250)}.${String(Math.floor(n / 250))}.0/24`).join(
        '\n',
      ),
    },
  ],
];
