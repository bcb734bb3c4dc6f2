import type { Progress } from '../path/draw.ts';
import { STATIONS, type Station } from '../vocabulary.ts';
import { type Graph, lookup } from './graph.ts';

/**
 * The state of each station after the evidence so far. Later findings count more, except that health seen
 * from outside does not clear a station that something blames, and none beyond the one that fails: Cloudflare’s
 * own request did not get there.
 * @param fails the station where an end says that the request fails
 */
export function progress(
  graph: Graph,
  evidence: readonly string[],
  fails?: Station,
): Partial<Record<Station, Progress>> {
  const states: Partial<Record<Station, Progress>> = {};
  const beyond = (station: Station): boolean =>
    fails !== undefined && STATIONS.indexOf(station) > STATIONS.indexOf(fails);
  for (const id of evidence) {
    const symptom = lookup(graph.symptoms, id);
    if (symptom === undefined) continue;
    const weak = symptom.kind === 'healthy' && symptom.vantage === 'outside';
    for (const station of symptom.clears ?? [])
      if (!weak || (states[station] !== 'suspect' && !beyond(station))) states[station] = 'cleared';
    for (const station of symptom.blames ?? []) states[station] = 'suspect';
  }
  if (fails === undefined) return states;
  for (const station of STATIONS) {
    if (station === fails) states[station] = 'fails';
    else if (states[station] === 'suspect') states[station] = beyond(station) ? 'open' : 'cleared';
  }
  return states;
}
