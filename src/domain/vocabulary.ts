/**
 * The words of the field guide, as closed lists. Content, troubleshooter, analyzer and lab all
 * use these and nothing else; DESIGN section 2 says what each means.
 */

/** Stops on the request path after the edge was reached, in order of travel. */
export const STAGES = ['dns', 'tcp', 'tls', 'request', 'wait', 'response'] as const;
export type Stage = (typeof STAGES)[number];

/** All stations of the drawing: the visitor and the edge stand before the six stages. */
export const STATIONS = ['client', 'edge', ...STAGES] as const;
export type Station = (typeof STATIONS)[number];

/** Names that people read for each station. */
export const STATION_NAMES: Readonly<Record<Station, string>> = {
  client: 'visitor',
  edge: 'Cloudflare',
  dns: 'name',
  tcp: 'connect',
  tls: 'encrypt',
  request: 'send',
  wait: 'wait',
  response: 'answer',
};

export const SYMPTOM_KINDS = ['fault', 'healthy', 'context'] as const;
export type SymptomKind = (typeof SYMPTOM_KINDS)[number];

/** Where an observation was made. */
export const VANTAGES = ['edge', 'outside', 'origin', 'dashboard'] as const;
export type Vantage = (typeof VANTAGES)[number];

/** What the reader can reach, from least to most. */
export const ACCESS_LEVELS = ['browser', 'dashboard', 'laptop', 'shell'] as const;
export type Access = (typeof ACCESS_LEVELS)[number];

/** True when what one level takes is part of what another reaches. */
export function within(needed: Access, reached: Access): boolean {
  return ACCESS_LEVELS.indexOf(needed) <= ACCESS_LEVELS.indexOf(reached);
}

export const ACCESS_NAMES: Readonly<Record<Access, string>> = {
  browser: 'Browser only',
  dashboard: 'Cloudflare dashboard',
  laptop: 'A laptop with curl',
  shell: 'A shell on the origin',
};

/** The same within a sentence. */
export function accessWords(level: Access): string {
  const name = ACCESS_NAMES[level];
  return name.startsWith('Cloudflare') ? name : name.toLowerCase();
}

/** How a symptom bears on a cause. */
export const WEIGHTS = ['decisive', 'supports', 'against', 'excludes'] as const;
export type Weight = (typeof WEIGHTS)[number];

/** Whose opinion a cause's likelihood is. */
export const BASES = ['cf-most', 'cf-listed', 'community', 'mechanism', 'rare'] as const;
export type Basis = (typeof BASES)[number];

/** Weight of each basis when causes are ordered: our order, never a percentage (DESIGN section 6). */
export const BASIS_WEIGHT: Readonly<Record<Basis, number>> = {
  'cf-most': 8,
  'cf-listed': 4,
  community: 2,
  mechanism: 1,
  rare: 0.5,
};

export const BASIS_NAMES: Readonly<Record<Basis, string>> = {
  'cf-most': 'Cloudflare: most common',
  'cf-listed': 'Listed by Cloudflare',
  community: 'Reported by the community',
  mechanism: 'Follows from how it works (our inference)',
  rare: 'Rare',
};

/** How sure it is that an event becomes a code. */
export const CERTAINTIES = ['documented', 'lab', 'inferred', 'unverified', 'contested'] as const;
export type Certainty = (typeof CERTAINTIES)[number];

export const CERTAINTY_NAMES: Readonly<Record<Certainty, string>> = {
  documented: 'documented by Cloudflare',
  lab: 'seen in our lab; Cloudflare documents the code for this event',
  inferred: 'our inference',
  unverified: 'unverified',
  contested: 'contested: sources disagree',
};

/** The same for margins and lists; nothing needs to be said of what is documented. */
export const CERTAINTY_NOTES: Readonly<Record<Certainty, string>> = {
  documented: '',
  lab: 'Seen in our lab.',
  inferred: 'Our inference.',
  unverified: 'Unverified.',
  contested: 'Contested.',
};

/** Where the root causes lie. Filters and routes cannot be excluded by health seen from outside. */
export const AREAS = [
  'filter',
  'listener',
  'address',
  'route',
  'capacity',
  'slow',
  'http',
  'tls',
  'dns',
  'tunnel',
  'platform',
  'edge',
] as const;
export type Area = (typeof AREAS)[number];

export const AREA_NAMES: Readonly<Record<Area, string>> = {
  filter: 'Firewalls and bans',
  listener: 'Nothing listening',
  address: 'Wrong place or address',
  route: 'Routes and the network between',
  capacity: 'Overload',
  slow: 'Slow work',
  http: 'Broken answers and headers',
  tls: 'TLS and certificates',
  dns: 'DNS and loops',
  tunnel: 'Cloudflare Tunnel',
  platform: 'Workers, Pages and rules',
  edge: 'Cloudflare’s side',
};

/** Readers a page speaks to, in the order of the page. The keys are the anchors. */
export const AUDIENCES = ['visitor', 'owner', 'sysadmin', 'developer', 'api-client'] as const;
export type Audience = (typeof AUDIENCES)[number];

export const AUDIENCE_NAMES: Readonly<Record<Audience, string>> = {
  visitor: 'You are visiting the site',
  owner: 'It is your site',
  sysadmin: 'You run the server',
  developer: 'You write the application',
  'api-client': 'Your program calls it',
};

/** What running a command changes. */
export const CHANGES = ['nothing', 'configuration', 'traffic'] as const;
export type Changes = (typeof CHANGES)[number];

export const CHANGE_NAMES: Readonly<Record<Changes, string>> = {
  nothing: 'Changes nothing.',
  configuration: 'Changes configuration.',
  traffic: 'Changes live traffic.',
};

export const VERDICTS = ['right', 'wrong', 'outdated', 'depends'] as const;
export type Verdict = (typeof VERDICTS)[number];

export const VERDICT_NAMES: Readonly<Record<Verdict, string>> = {
  right: 'Right',
  wrong: 'Wrong',
  outdated: 'Outdated',
  depends: 'It depends',
};
