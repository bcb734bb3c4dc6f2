import { apache } from './apache.ts';
import { aws } from './aws.ts';
import { azure } from './azure.ts';
import { csf } from './csf.ts';
import { fail2ban } from './fail2ban.ts';
import { firewalld } from './firewalld.ts';
import { googleCloud } from './google-cloud.ts';
import { haproxy } from './haproxy.ts';
import { checkInput } from './input.ts';
import { iptables } from './iptables.ts';
import type { CheckedInput, FirewallInput, Generated } from './model.ts';
import { nftables } from './nftables.ts';
import { nginx } from './nginx.ts';
import { ufw } from './ufw.ts';

export interface PlatformGenerator {
  /** Id and title as in content/platforms. */
  readonly id: string;
  readonly title: string;
  readonly kind: 'firewall' | 'server' | 'cloud';
  /** Whether its output names the ports; the others take every request, whatever the port. */
  readonly ports: boolean;
  /** Whether its rules also turn everyone but Cloudflare away; the others only add permissions. */
  readonly shuts?: true;
  /**
   * Configuration for the platform.
   * @throws FirewallInputError for input that `inputProblems` objects to
   */
  readonly generate: (input: FirewallInput) => Generated;
}

const from =
  (generator: (input: CheckedInput) => Generated): PlatformGenerator['generate'] =>
  (input) =>
    generator(checkInput(input));

/** Every platform that configuration can be made for, firewalls first. */
export const PLATFORM_GENERATORS: readonly PlatformGenerator[] = [
  { id: 'ufw', title: 'ufw', kind: 'firewall', ports: true, generate: from(ufw) },
  {
    id: 'iptables',
    title: 'iptables',
    kind: 'firewall',
    ports: true,
    generate: from(iptables),
  },
  { id: 'nftables', title: 'nftables', kind: 'firewall', ports: true, shuts: true, generate: from(nftables) },
  {
    id: 'firewalld',
    title: 'firewalld',
    kind: 'firewall',
    ports: true,
    generate: from(firewalld),
  },
  { id: 'csf', title: 'CSF and lfd', kind: 'firewall', ports: true, generate: from(csf) },
  {
    id: 'fail2ban',
    title: 'fail2ban',
    kind: 'firewall',
    ports: false,
    generate: from(fail2ban),
  },
  { id: 'nginx', title: 'nginx', kind: 'server', ports: false, shuts: true, generate: from(nginx) },
  {
    id: 'apache',
    title: 'Apache HTTP Server',
    kind: 'server',
    ports: false,
    shuts: true,
    generate: from(apache),
  },
  { id: 'haproxy', title: 'HAProxy', kind: 'server', ports: false, shuts: true, generate: from(haproxy) },
  {
    id: 'aws',
    title: 'Amazon Web Services',
    kind: 'cloud',
    ports: true,
    generate: from(aws),
  },
  { id: 'google-cloud', title: 'Google Cloud', kind: 'cloud', ports: true, generate: from(googleCloud) },
  { id: 'azure', title: 'Microsoft Azure', kind: 'cloud', ports: true, generate: from(azure) },
];
