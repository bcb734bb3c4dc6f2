import { asksFor, asksForAccount, atEdge } from '../../domain/report/asks.ts';
import type { ReportFields } from '../../domain/report/fields.ts';
import type { Fault } from '../../domain/report/words.ts';
import { plainText } from '../../domain/text/parse.ts';
import { codesSeen, timeSeen } from '../../domain/troubleshooter/codes.ts';
import { NOTHING_TYPED, type ViewProps } from './view.ts';

function moment(typed: string): Date | undefined {
  return typed === '' ? undefined : new Date(typed);
}

function fieldsOf({ live }: ViewProps): ReportFields {
  const { first, last, ...fields } = live?.typed ?? NOTHING_TYPED;
  return { ...fields, first: moment(first), last: moment(last) };
}

/** What the messages and the report tell of the fault: the codes among the answers, and what the reader typed. */
export function faultOf(view: ViewProps): Fault {
  const { graph, result } = view;
  return {
    codes: codesSeen(graph, result.evidence),
    fields: fieldsOf(view),
    time: timeSeen(graph, result.evidence),
  };
}

/** Whom to ask what: the host the end's own words and what fits the codes, unless the request never left Cloudflare. */
export interface Asks {
  readonly edge: boolean;
  readonly host: readonly string[];
  readonly account: readonly string[];
}

export function asksOf(view: ViewProps, end: string): Asks {
  const { host = '', fails } = view.graph.ends[end] ?? {};
  const codes = codesSeen(view.graph, view.result.evidence);
  const own = plainText(host);
  const edge = atEdge(codes, fails);
  return {
    edge,
    host: [...(own === '' ? [] : [own]), ...(edge ? [] : asksFor(codes, own))],
    account: asksForAccount(fails),
  };
}
