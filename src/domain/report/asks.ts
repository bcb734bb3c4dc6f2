import type { Station } from '../vocabulary.ts';

const RANGES =
  'Are all Cloudflare IPv4 and IPv6 ranges allowed and not rate limited, in the server firewall and in every filter before it?';
const PORTS =
  'Does the web server listen and answer on both ports, 80 and 443, at the address in the DNS record, over IPv4 and over IPv6 where there is an AAAA record?';
const CERTIFICATE =
  'Which certificate is served on port 443 for this hostname (names, issuer, expiry date), and is the chain complete?';
const LIMITS = 'Was a limit of processes, workers, memory or time reached at the times of the error, and which one?';

const LOG = 'Does the server’s log hold anything at the times of the error?';

/** What to ask a host for each code, the first the most telling. */
const BY_CODE: Readonly<Record<string, readonly string[]>> = {
  '520': [LIMITS],
  '521': [PORTS, RANGES],
  '522': [RANGES, PORTS],
  '523': [RANGES],
  '524': [LIMITS],
  '525': [CERTIFICATE],
  '526': [CERTIFICATE],
  '502': [LIMITS],
  '503': [LIMITS],
  '504': [LIMITS],
};

/** Words by which a question that was asked already is known. */
const SUBJECTS: Readonly<Record<string, RegExp>> = {
  [RANGES]: /Cloudflare\b.*\branges/i,
  [LIMITS]: /\bworkers\b/i,
};

/**
 * True where the request never left Cloudflare, so that no server and no host can know of it: a four-digit code, the 530
 * that wraps one, and what fails at the edge.
 */
export function atEdge(codes: readonly string[], fails: Station | undefined): boolean {
  return fails === 'edge' || codes.some((code) => code === '530' || code.length === 4);
}

/**
 * Questions for the host that fit the codes; each once. Where no code is known, those about the connection.
 * @param asked what the host is asked already; its subjects are not asked again
 */
export function asksFor(codes: readonly string[], asked = ''): string[] {
  const asks = codes.flatMap((code) => (Object.hasOwn(BY_CODE, code) ? (BY_CODE[code] ?? []) : []));
  return [...new Set([...(codes.length === 0 ? [RANGES, PORTS] : asks), LOG])].filter(
    (ask) => SUBJECTS[ask]?.test(asked) !== true,
  );
}

const RECORD = 'Which A, AAAA and CNAME records does this hostname have, with which content, and are they proxied?';

/** What to ask whoever manages the Cloudflare account, by the station that fails. */
const BY_STATION: Readonly<Partial<Record<Station, string>>> = {
  edge: 'Which rule, limit or Worker answered instead of the site? Security Events shows it for the Ray ID.',
  tls: 'Which SSL/TLS encryption mode is set for this hostname?',
};

/** Questions for whoever manages the Cloudflare account. */
export function asksForAccount(fails: Station | undefined): string[] {
  return [
    (fails && BY_STATION[fails]) ?? RECORD,
    'What was changed there shortly before it began?',
    'Can you invite me to the account as a member (Manage Account, Members), read-only if you like, so that I can look myself?',
  ];
}
