import type { FirewallInput } from './model.ts';

/** Ranges that are nobody's in the tests, and hold none of the numbers the tests look for. */
export const SAMPLE: FirewallInput = {
  ipv4: ['198.51.100.0/24', '203.0.113.0/25'],
  ipv6: ['2001:db8::/32', '2001:db9:0:1::/64'],
  ports: [80, 443],
};
