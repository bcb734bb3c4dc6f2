/** A story, its answers as in an address, the end it must reach and the cause that must come first there. */
export type Scenario = readonly [story: string, answers: string, end: string, first: string];

const CONSTANT_522 = 'code=code-522&time-522=time-20&scope-522=scope-constant';
const ON_SERVER_522 = `${CONSTANT_522}&record-522=record-right`;

/** Silence: stories of a 522. */
export const SILENT: readonly Scenario[] = [
  [
    'A new iptables script drops all but the office',
    `${ON_SERVER_522}&packets-522=syn-unanswered&rules-522=rule-drop`,
    'server-drops',
    'fw-drop-cloudflare',
  ],
  [
    'The shop moved, and the record still holds the old server',
    `${CONSTANT_522}&record-522=record-wrong`,
    'wrong-address',
    'wrong-origin-ip',
  ],
  [
    'A new instance whose security group allows SSH only',
    `${ON_SERVER_522}&packets-522=syn-absent&provider-522=provider-filter-closed`,
    'provider-closed',
    'cloud-security-group',
  ],
  [
    'The cloud firewall was opened, and another layer before the server was not',
    `${ON_SERVER_522}&packets-522=syn-absent&provider-522=provider-filter-open`,
    'before-server',
    'host-panel-firewall-second-layer',
  ],
  [
    'A rented server seen from its panel: it is on, nobody knows the filter',
    `${ON_SERVER_522}&packets-522=unsure&host-522=host-on&provider-522=unsure`,
    'before-server',
    'cloud-security-group',
  ],
  [
    'The invoice was not paid and the machine is off',
    `${ON_SERVER_522}&packets-522=unsure&host-522=host-off`,
    'host-down',
    'host-powered-off',
  ],
  [
    'After an attack the provider discards all traffic to the address',
    `${ON_SERVER_522}&packets-522=unsure&host-522=host-blackholed`,
    'host-down',
    'null-route-ddos',
  ],
  [
    'fail2ban with DROP has banned edge addresses',
    `${ON_SERVER_522}&packets-522=syn-unanswered&rules-522=ban-fail2ban`,
    'server-drops',
    'fail2ban-bans-edge',
  ],
  [
    'lfd on a cPanel server has taken the edge for a flood',
    `${ON_SERVER_522}&packets-522=syn-unanswered&rules-522=ban-csf`,
    'server-drops',
    'csf-lfd-block',
  ],
  [
    'A container host drops in DOCKER-USER',
    `${ON_SERVER_522}&packets-522=syn-unanswered&rules-522=rule-docker-user`,
    'server-drops',
    'docker-bypasses-ufw',
  ],
  [
    'No rule, no ban, and the listener’s queue is full all day',
    `${ON_SERVER_522}&packets-522=syn-unanswered&rules-522=rule-none&queues-522=accept-queue-full`,
    'queue-full',
    'accept-queue-full',
  ],
  [
    'At the sale all workers hang and the accept queue overflows',
    'code=code-522&time-522=time-20&scope-522=scope-peaks&queues-522=accept-queue-full',
    'queue-full',
    'accept-queue-full',
  ],
  [
    'Bursts of 522, and the kernel logs a full table',
    'code=code-522&time-522=time-20&scope-522=scope-intermittent&queues-522=conntrack-full',
    'queue-full',
    'conntrack-full',
  ],
  [
    'A flood fills the SYN queue, cookies are off',
    'code=code-522&time-522=time-varies&scope-522=scope-intermittent&queues-522=syn-queue-drops',
    'queue-full',
    'syn-flood-or-backlog',
  ],
  [
    '`ufw limit` on port 443, fine at night',
    'code=code-522&time-522=time-20&scope-522=scope-peaks&queues-522=rule-rate-limit',
    'queue-full',
    'fw-rate-limit',
  ],
  [
    'It fails at busy times and nobody can look at the server',
    'code=code-522&time-522=time-20&scope-522=scope-peaks&queues-522=unsure',
    'comes-and-goes',
    'fw-rate-limit',
  ],
  [
    'A VPN was set up and now takes the way back',
    `${ON_SERVER_522}&packets-522=synack-repeats&return-522=route-to-edge-wrong`,
    'way-back',
    'asymmetric-return-path',
  ],
  [
    'A transit gateway takes 172.64.0.0/13 in a VPC',
    'code=code-522&time-522=time-20&scope-522=scope-some-edges&partial-522=route-cloud-broad',
    'some-only',
    'aws-172-route',
  ],
  [
    'A country filter on the server, and some edge cities fail',
    'code=code-522&time-522=time-20&scope-522=scope-some-visitors&partial-522=rule-geo',
    'some-only',
    'geo-block-at-origin',
  ],
  [
    'An allow list without IPv6',
    'code=code-522&time-522=time-20&scope-522=scope-some-edges&partial-522=allowlist-incomplete',
    'some-only',
    'stale-cloudflare-list',
  ],
  [
    'An AAAA record that nothing serves',
    'code=code-522&time-522=time-20&scope-522=scope-some-visitors&partial-522=record-aaaa-unserved',
    'some-only',
    'stale-aaaa',
  ],
  [
    'A Worker on a Custom Domain fetches its own name',
    `${CONSTANT_522}&record-522=setup-worker`,
    'worker-name',
    'worker-fetches-itself',
  ],
  [
    'A placeholder record after the Worker’s route was removed',
    `${CONSTANT_522}&record-522=record-placeholder`,
    'placeholder-record',
    'placeholder-record-without-worker',
  ],
  [
    'A CNAME to pages.dev that the project does not know',
    `${CONSTANT_522}&record-522=record-pages-cname`,
    'pages-name',
    'pages-domain-not-attached',
  ],
  [
    'The old A record beside a new tunnel',
    `${CONSTANT_522}&record-522=record-beside-tunnel`,
    'beside-tunnel',
    'leftover-record-shadowing-tunnel',
  ],
  [
    'A tunnel interface with a smaller packet size: large uploads die after 90 s',
    'code=code-522&time-522=time-90&packets-b-522=large-packets-lost',
    'request-lost',
    'mtu-blackhole',
  ],
  [
    'A shop owner who can check nothing',
    `${CONSTANT_522}&record-522=unsure&packets-522=unsure&host-522=unsure&change-522=unsure`,
    'silence-unknown',
    'fw-drop-cloudflare',
  ],
  [
    'A shop owner who moved hosts and name servers yesterday and can check nothing else',
    `${CONSTANT_522}&record-522=unsure&packets-522=unsure&host-522=unsure&change-522=change-host,change-dns`,
    'silence-unknown',
    'wrong-origin-ip',
  ],
  [
    'A site that went behind Cloudflare an hour ago',
    `${CONSTANT_522}&record-522=record-right&packets-522=unsure&host-522=unsure&change-522=change-first-proxied`,
    'silence-unknown',
    'fw-drop-cloudflare',
  ],
];
