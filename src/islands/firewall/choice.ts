import { FirewallInputError, type InputProblem } from '../../domain/firewall/input.ts';
import { FAMILIES, type Family, type Generated } from '../../domain/firewall/model.ts';
import { PLATFORM_GENERATORS, type PlatformGenerator } from '../../domain/firewall/registry.ts';

/** Cloudflare's addresses and ports, from the content. */
export interface ToolData {
  readonly ipv4: readonly string[];
  readonly ipv6: readonly string[];
  /** Day on which the list was last seen. */
  readonly checked: string;
  /** Ports that Cloudflare calls on, those of the web first. */
  readonly ports: readonly number[];
}

interface FamilyChoice {
  readonly id: string;
  readonly name: string;
  readonly families: readonly Family[];
}

const BOTH: FamilyChoice = { id: 'both', name: 'IPv4 and IPv6', families: FAMILIES };

/** Families to make rules for. */
export const FAMILY_CHOICES: readonly FamilyChoice[] = [
  BOTH,
  { id: 'ipv4', name: 'IPv4 only', families: ['ipv4'] },
  { id: 'ipv6', name: 'IPv6 only', families: ['ipv6'] },
];

/** What is chosen. Only the address of the reader's own stays out of the address of the page. */
export interface Choice {
  readonly platform: PlatformGenerator;
  readonly family: FamilyChoice;
  readonly ports: readonly number[];
  /** Port of SSH as typed; empty for the usual one. */
  readonly ssh: string;
  readonly own: string;
}

/** Ports that are chosen at the start. */
export const WEB_PORTS: readonly number[] = [80, 443];

function startPlatform(): PlatformGenerator {
  const [first] = PLATFORM_GENERATORS;
  if (first === undefined) throw new Error('there is no generator');
  return first;
}

/** The first choice: the web's ports, both families. */
export const start = (): Choice => ({
  platform: startPlatform(),
  family: BOTH,
  ports: WEB_PORTS,
  ssh: '',
  own: '',
});

const LEFT_OUT = {
  platform: 'a firewall that is not in the list',
  families: 'address families that are not in the list',
  ports: 'ports that Cloudflare does not call on',
  ssh: 'an SSH port that is no port number',
} as const;

const isPort = (text: string): boolean => /^[1-9]\d{0,4}$/.test(text) && Number(text) <= 65_535;

/** Reads a choice from the query of an address. What it does not know stays at its start, and is named in `leftOut`. */
export function readChoice(
  query: string,
  data: ToolData,
): { readonly choice: Choice; readonly leftOut: readonly string[] } {
  const asked = new URLSearchParams(query);
  const first = start();
  const leftOut: string[] = [];
  const read = <T>(name: keyof typeof LEFT_OUT, find: (text: string) => T | undefined): T | undefined => {
    const text = asked.get(name);
    if (text === null) return undefined;
    const found = find(text);
    if (found === undefined) leftOut.push(LEFT_OUT[name]);
    return found;
  };
  const ports = read('ports', (text) => {
    const named = text.split(',', 40);
    const known = data.ports.filter((port) => named.includes(String(port)));
    return known.length === named.length ? known : undefined;
  });
  const choice = {
    platform: read('platform', (text) => PLATFORM_GENERATORS.find(({ id }) => id === text)) ?? first.platform,
    family: read('families', (text) => FAMILY_CHOICES.find(({ id }) => id === text)) ?? first.family,
    ports: ports ?? first.ports,
    ssh: read('ssh', (text) => (isPort(text) ? text : undefined)) ?? '',
    own: '',
  };
  return { choice, leftOut };
}

/** The query that leads back to a choice; it never holds the reader's own address. */
export function writeChoice({ platform, family, ports, ssh }: Choice): string {
  const parts = [`platform=${platform.id}`, `ports=${ports.join(',')}`, `families=${family.id}`];
  return `?${[...parts, ...(isPort(ssh) ? [`ssh=${ssh}`] : [])].join('&')}`;
}

/** What the form says. A field that is left empty means the usual. */
export function readForm(form: HTMLElement, data: ToolData): Choice {
  const value = (name: string): string =>
    form.querySelector<HTMLInputElement | HTMLSelectElement>(`[name=${name}]`)?.value.trim() ?? '';
  const first = start();
  const checked = [...form.querySelectorAll<HTMLInputElement>('[name=ports]:checked')].map((box) => Number(box.value));
  return {
    platform: PLATFORM_GENERATORS.find(({ id }) => id === value('platform')) ?? first.platform,
    family: FAMILY_CHOICES.find(({ id }) => id === value('families')) ?? first.family,
    ports: data.ports.filter((port) => checked.includes(port)),
    ssh: value('ssh'),
    own: value('own'),
  };
}

/** What is wrong with the typed port of SSH; the rules' own reader knows numbers only, and not which field they came from. */
function sshProblem({ ssh, ports }: Choice): string | undefined {
  if (ssh === '') return undefined;
  if (!isPort(ssh)) return `expected a whole number from 1 to 65535, found ${JSON.stringify(ssh.slice(0, 60))}`;
  return ports.includes(Number(ssh))
    ? `${ssh} is also chosen as a port for Cloudflare, and rules for SSH are never touched`
    : undefined;
}

/** The configuration for a choice, or what is wrong with it. */
export function make(
  choice: Choice,
  { ipv4, ipv6 }: ToolData,
): { readonly made: Generated } | { readonly problems: readonly InputProblem[] } {
  const { platform, family, ports, own } = choice;
  const message = sshProblem(choice);
  const problems: InputProblem[] = message === undefined ? [] : [{ field: 'ssh', message }];
  const ssh = choice.ssh === '' || message !== undefined ? undefined : Number(choice.ssh);
  try {
    const input = { ipv4, ipv6, ports, families: family.families, ssh, own: own === '' ? undefined : own };
    const made = platform.generate(input);
    return problems.length === 0 ? { made } : { problems };
  } catch (error) {
    if (error instanceof FirewallInputError) return { problems: [...problems, ...error.problems] };
    throw error;
  }
}
