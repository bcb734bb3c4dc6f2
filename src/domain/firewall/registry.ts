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
  /** The real program that reads the output in tests/parsers; absent where none could be run. */
  readonly parser?: string;
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
  { id: 'ufw', title: 'ufw', kind: 'firewall', parser: 'ufw --dry-run', generate: from(ufw) },
  { id: 'iptables', title: 'iptables', kind: 'firewall', parser: 'iptables-restore --test', generate: from(iptables) },
  { id: 'nftables', title: 'nftables', kind: 'firewall', parser: 'nft -c -f', generate: from(nftables) },
  {
    id: 'firewalld',
    title: 'firewalld',
    kind: 'firewall',
    parser: 'firewall-cmd --check-config',
    generate: from(firewalld),
  },
  { id: 'csf', title: 'CSF and lfd', kind: 'firewall', generate: from(csf) },
  { id: 'fail2ban', title: 'fail2ban', kind: 'firewall', parser: 'fail2ban-client -t', generate: from(fail2ban) },
  { id: 'nginx', title: 'nginx', kind: 'server', parser: 'nginx -t', generate: from(nginx) },
  { id: 'apache', title: 'Apache HTTP Server', kind: 'server', parser: 'apachectl -t', generate: from(apache) },
  { id: 'haproxy', title: 'HAProxy', kind: 'server', parser: 'haproxy -c', generate: from(haproxy) },
  {
    id: 'aws',
    title: 'Amazon Web Services',
    kind: 'cloud',
    parser: 'aws --generate-cli-skeleton',
    generate: from(aws),
  },
  { id: 'google-cloud', title: 'Google Cloud', kind: 'cloud', generate: from(googleCloud) },
  { id: 'azure', title: 'Microsoft Azure', kind: 'cloud', generate: from(azure) },
];
