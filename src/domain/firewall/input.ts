import { isAligned, parseCidr, WIDEST } from './cidr.ts';
import { type CheckedInput, FAMILIES, type Family, type FirewallInput } from './model.ts';
import { SSH } from './own.ts';
import { isPublic } from './reserved.ts';

export interface InputProblem {
  readonly field: 'ipv4' | 'ipv6' | 'ports' | 'interface' | 'families' | 'ssh' | 'own';
  /** What is wrong, with the value quoted and cut to 60 characters. */
  readonly message: string;
}

/** Thrown by every generator for input that must not become configuration. */
export class FirewallInputError extends Error {
  readonly problems: readonly InputProblem[];

  constructor(problems: readonly InputProblem[]) {
    super(problems.map((problem) => `${problem.field}: ${problem.message}`).join('\n'));
    this.name = 'FirewallInputError';
    this.problems = problems;
  }
}

/** iptables' multiport match and ufw take 15 ports in one rule. */
const MOST_PORTS = 15;
/** Linux allows 15 bytes; a name that starts with a letter or a digit cannot be read as an option. */
const INTERFACE = /^[A-Za-z0-9][A-Za-z0-9._-]{0,14}$/;
const FAMILY_NAME = { ipv4: 'IPv4', ipv6: 'IPv6' } as const;

const quoted = (value: unknown): string => JSON.stringify(String(value).slice(0, 60));

function rangeProblem(text: string, family: Family): string | undefined {
  const cidr = parseCidr(text);
  if (cidr?.family !== family)
    return `expected an ${FAMILY_NAME[family]} range such as 192.0.2.0/24 or 2001:db8::/32, found ${quoted(text)}`;
  if (cidr.prefix < WIDEST[family]) return `${quoted(text)} is wider than /${String(WIDEST[family])}`;
  if (!isAligned(cidr)) return `${quoted(text)} does not start at the first address of its range`;
  if (!isPublic(cidr)) return `${quoted(text)} holds private or reserved addresses`;
  return undefined;
}

function listProblems(list: readonly string[], family: Family): string[] {
  if (list.length === 0) return [`expected at least one ${FAMILY_NAME[family]} range; both families belong together`];
  const starts = list.map((text) => `${String(parseCidr(text)?.first)}/${String(parseCidr(text)?.prefix)}`);
  return list.flatMap((text, index) => {
    const problem = rangeProblem(text, family);
    if (problem !== undefined) return [problem];
    return starts.indexOf(starts[index] ?? '') < index ? [`${quoted(text)} is listed twice`] : [];
  });
}

const isPort = (port: number): boolean => Number.isInteger(port) && port >= 1 && port <= 65535;

function portProblems({ ports, ssh = SSH, own }: FirewallInput): string[] {
  const most = own === undefined ? MOST_PORTS : MOST_PORTS - 1;
  if (ports.length === 0) return ['expected at least one port'];
  if (ports.length > most) return [`expected at most ${String(most)} ports, found ${String(ports.length)}`];
  return ports.flatMap((port, index) => {
    if (!isPort(port)) return [`expected whole numbers from 1 to 65535, found ${quoted(port)}`];
    if (port === SSH || port === ssh)
      return [`${String(port)} is left out on purpose: rules for SSH are never touched`];
    return ports.indexOf(port) < index ? [`${String(port)} is listed twice`] : [];
  });
}

/** Puts the prefix of one address behind a bare address, and IPv6 into lower case. */
function withPrefix(text: string): string {
  if (text.includes('/')) return text.toLowerCase();
  return `${text.toLowerCase()}/${text.includes(':') ? '128' : '32'}`;
}

function ownProblems(text: string): string[] {
  const cidr = parseCidr(withPrefix(text));
  if (cidr === undefined)
    return [
      `expected an address such as 192.0.2.7 or 2001:db8::7, or a range such as 192.0.2.0/24, found ${quoted(text)}`,
    ];
  if (cidr.prefix < WIDEST[cidr.family]) return [`${quoted(text)} is wider than /${String(WIDEST[cidr.family])}`];
  return isAligned(cidr) ? [] : [`${quoted(text)} does not start at the first address of its range`];
}

/** All that is wrong with the input, in the order of its fields; empty for good input. */
export function inputProblems(input: FirewallInput): InputProblem[] {
  const { interface: name, families = FAMILIES, ssh = SSH, own } = input;
  return [
    ...FAMILIES.flatMap((field) => listProblems(input[field], field).map((message) => ({ field, message }))),
    ...portProblems(input).map((message) => ({ field: 'ports' as const, message })),
    ...(families.length > 0 && families.every((family) => FAMILIES.includes(family))
      ? []
      : [{ field: 'families' as const, message: 'expected IPv4, IPv6 or both' }]),
    ...(isPort(ssh)
      ? []
      : [{ field: 'ssh' as const, message: `expected a whole number from 1 to 65535, found ${quoted(ssh)}` }]),
    ...(own === undefined ? [] : ownProblems(own).map((message) => ({ field: 'own' as const, message }))),
    ...(name === undefined || INTERFACE.test(name)
      ? []
      : [{ field: 'interface' as const, message: `expected a name such as eth0, found ${quoted(name)}` }]),
  ];
}

/**
 * Passes good input on.
 * @throws FirewallInputError that lists every problem
 */
export function checkInput(input: FirewallInput): CheckedInput {
  const problems = inputProblems(input);
  if (problems.length > 0) throw new FirewallInputError(problems);
  const { families = FAMILIES, own } = input;
  return {
    ...input,
    families: FAMILIES.filter((family) => families.includes(family)),
    ipv4: families.includes('ipv4') ? input.ipv4 : [],
    ipv6: families.includes('ipv6') ? input.ipv6 : [],
    own: own === undefined ? own : withPrefix(own),
  } as unknown as CheckedInput;
}
