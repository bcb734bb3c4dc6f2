/**
 * Addresses inside a world. The origin has the addresses that the published commands use, so that they run unchanged. The
 * edge has real addresses of Cloudflare's: a world has no link to any other network.
 */
export const ORIGIN = { ipv4: '203.0.113.10', ipv6: '2001:db8::10' } as const;

/** The far side of the origin's link, on the router. */
export const GATEWAY = { ipv4: '203.0.113.1', ipv6: '2001:db8::1' } as const;

/** The router's side of the edge's link; a resolver that a scenario starts listens here. */
export const RESOLVER = '172.68.10.254';

/** Where a probe can come from: three of Cloudflare's ranges, IPv6, and a stranger. */
export const SOURCES = {
  edge: '172.68.10.1',
  edge2: '162.158.10.10',
  edge3: '173.245.48.10',
  edge6: '2400:cb00:48::10',
  outsider: '198.51.100.9',
} as const;

/** The name that the origin serves. */
export const HOST = 'www.example.com';
