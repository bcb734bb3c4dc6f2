import type { Sighting } from './collect.ts';
import type { Draft } from './draft.ts';
import { type Finding, LINES_KEPT } from './model.ts';
import type { Peer } from './ranges.ts';

type PeerOf = (peer: string) => Peer;

/** What a symptom seen from outside is when the request went to this machine itself. */
const ON_ORIGIN: Readonly<Record<string, string>> = {
  'direct-ok': 'local-ok',
  'direct-refused': 'local-refused',
  'direct-timeout': 'local-silent',
  'direct-silent': 'local-silent',
  'direct-http-error': 'local-error',
  'direct-broken': 'local-error',
};
/** Symptoms of the origin's certificate and TLS: an edge has its own. */
const OF_SERVER = /^(?:direct|tls|cert)-/;

/**
 * The findings of the sightings. What a request to the server shows is dropped when it went to Cloudflare's edge, becomes
 * local when it went to the machine itself, and is marked when the text does not show where it went.
 */
export function findingsOf(sightings: readonly Sighting[], peerOf: PeerOf): Finding[] {
  const found = sightings.flatMap((sighting): (Finding & { unless: readonly string[] })[] => {
    const { symptom, pattern, says, lines, unless, draft } = sighting;
    const base = { pattern, says, lines, unless };
    if (!OF_SERVER.test(symptom)) return [{ ...base, symptom, assumes: null }];
    if (draft.marks.has('transit')) return [];
    const peer = draft.peer === undefined ? 'unknown' : peerOf(draft.peer);
    if (peer === 'edge') return [];
    if (peer === 'own') return [{ ...base, symptom: ON_ORIGIN[symptom] ?? symptom, assumes: null }];
    return [{ ...base, symptom, assumes: peer === 'server' || draft.record ? null : 'direct' }];
  });
  const known = new Set(found.map(({ symptom }) => symptom));
  return found
    .filter(({ unless }) => !unless.some((id) => known.has(id)))
    .map(({ symptom, lines, pattern, says, assumes }) => ({ symptom, lines, pattern, says, assumes }));
}

/** What an answer of the server itself shows: a request went straight to it and brought a status. A 52x is no server’s own. */
export function answersOf(drafts: readonly Draft[], peerOf: PeerOf): Finding[] {
  return drafts.flatMap(({ status, peer, marks, lines, record }): Finding[] => {
    if (status === undefined || peer === undefined || record || marks.has('transit')) return [];
    const at = peerOf(peer);
    const symptom = /^[23]/.test(status) ? 'direct-ok' : status.startsWith('50') ? 'direct-http-error' : undefined;
    if (symptom === undefined || at === 'edge' || at === 'unknown') return [];
    const says = `The server itself answered ${status}.`;
    return [
      {
        symptom: at === 'own' ? (ON_ORIGIN[symptom] ?? symptom) : symptom,
        lines,
        pattern: 'answer',
        says,
        assumes: null,
      },
    ];
  });
}

/** Each symptom once, with all its lines. It holds without a condition if one of its findings does. */
export function merged(findings: readonly Finding[]): Finding[] {
  const bySymptom = new Map<string, Finding>();
  for (const finding of findings) {
    const known = bySymptom.get(finding.symptom);
    const lines = [...new Set([...(known?.lines ?? []), ...finding.lines])].slice(0, LINES_KEPT);
    const sure = known?.assumes === null ? known : finding;
    bySymptom.set(finding.symptom, { ...sure, lines });
  }
  return [...bySymptom.values()];
}
