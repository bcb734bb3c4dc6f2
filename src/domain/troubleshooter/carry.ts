import { CODE_GROUPS } from './codes.ts';
import { type Graph, lookup } from './graph.ts';

/** Groups that describe one error and not the site: another code answers them anew. */
const OF_ONE_ERROR: readonly (string | undefined)[] = [...CODE_GROUPS, 'time', 'page', 'maker'];

/** What holds after a repair that changed the code, and what has to be found out anew. */
export interface Carried {
  readonly kept: readonly string[];
  readonly dropped: readonly string[];
}

/**
 * Parts findings after a repair that led to another code. What described the old error goes, and so do the faults
 * behind the edge that spoke for the repaired causes: the repair was made to end them.
 * @param repaired ids of the causes whose repair was made
 */
export function carry(graph: Graph, evidence: readonly string[], repaired: readonly string[]): Carried {
  const ended = new Set(
    repaired.flatMap((id) =>
      (lookup(graph.causes, id)?.evidence ?? [])
        .filter(({ weight }) => weight === 'decisive' || weight === 'supports')
        .map(({ symptom }) => symptom),
    ),
  );
  const stale = (id: string): boolean => {
    const symptom = lookup(graph.symptoms, id);
    if (symptom === undefined || OF_ONE_ERROR.includes(symptom.group)) return true;
    return symptom.kind === 'fault' && symptom.vantage !== 'edge' && ended.has(id);
  };
  return { kept: evidence.filter((id) => !stale(id)), dropped: evidence.filter(stale) };
}
