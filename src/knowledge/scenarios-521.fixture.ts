import type { Scenario } from './scenarios-522.fixture.ts';

const CONSTANT_521 = 'code=code-521&scope-521=scope-constant';

/** Refusals: stories of a 521. */
export const REFUSED: readonly Scenario[] = [
  [
    'nginx was stopped by an update',
    `${CONSTANT_521}&listen-521=listen-none&service-521=service-stopped`,
    'not-running',
    'web-server-stopped',
  ],
  [
    'A typing error in the configuration, found at the restart',
    `${CONSTANT_521}&listen-521=listen-none&service-521=service-stopped,service-config-error`,
    'not-running',
    'web-server-stopped',
  ],
  [
    'The kernel killed the web server for want of memory',
    `${CONSTANT_521}&listen-521=listen-none&service-521=oom-kill`,
    'not-running',
    'oom-or-disk-full-kills-service',
  ],
  [
    'The mode became Full, and the server has port 80 only',
    `${CONSTANT_521}&listen-521=listen-other-port`,
    'wrong-listener',
    'port-mismatch-ssl-mode',
  ],
  [
    'A Node service that listens on 127.0.0.1',
    `${CONSTANT_521}&listen-521=listen-loopback`,
    'wrong-listener',
    'bind-localhost',
  ],
  [
    'fail2ban with its stock action refuses some visitors',
    'code=code-521&scope-521=scope-some-visitors&refuse-521=ban-fail2ban',
    'refused-by-filter',
    'fail2ban-bans-edge',
  ],
  [
    'A REJECT rule for all but the office',
    `${CONSTANT_521}&listen-521=listen-ok&refuse-521=rule-reject`,
    'refused-by-filter',
    'fw-reject-cloudflare',
  ],
  [
    'No shell; straight to the server the page comes',
    `${CONSTANT_521}&listen-521=unsure&direct-521=direct-ok`,
    'refused-by-filter',
    'fw-reject-cloudflare',
  ],
  [
    'No shell; straight to the server it is refused too',
    `${CONSTANT_521}&listen-521=unsure&direct-521=direct-refused&change-521=change-none`,
    'refusal-unknown',
    'web-server-stopped',
  ],
  [
    'No shell, no test; the mode was changed',
    `${CONSTANT_521}&listen-521=unsure&direct-521=unsure&change-521=change-ssl-mode`,
    'refusal-unknown',
    'port-mismatch-ssl-mode',
  ],
  [
    'No shell, no test; a new firewall',
    `${CONSTANT_521}&listen-521=unsure&direct-521=unsure&change-521=change-firewall`,
    'refusal-unknown',
    'fw-reject-cloudflare',
  ],
  [
    'Nobody can check anything',
    `${CONSTANT_521}&listen-521=unsure&direct-521=unsure&change-521=unsure`,
    'refusal-unknown',
    'web-server-stopped',
  ],
  [
    'Nothing changed and nobody can check anything',
    `${CONSTANT_521}&listen-521=unsure&direct-521=unsure&change-521=change-none`,
    'refusal-unknown',
    'web-server-stopped',
  ],
];

/** Stories of people who see no code, or another. */
export const NO_CODE: readonly Scenario[] = [
  [
    'An export spins for two minutes',
    'code=code-none&sight=page-spins&time-nocode=time-125&scope-524=scope-some-paths&change-524=unsure',
    'at-524',
    'slow-endpoint',
  ],
  [
    'A page of the site’s own after a minute',
    'code=code-5xx&code-neighbour=unsure&time-nocode=time-60',
    'local-proxy',
    'local-proxy-timeout-shorter',
  ],
  [
    'A host error; straight to the server it is refused and nothing listens',
    'code=code-none&sight=page-three-boxes-host&time-nocode=time-instant&direct-nocode=direct-refused&listen-521=listen-none&service-521=service-stopped',
    'not-running',
    'web-server-stopped',
  ],
  [
    'It hangs; the direct call hangs too; the record is old',
    'code=code-none&sight=page-spins&time-nocode=time-varies&direct-nocode=direct-timeout&record-522=record-wrong',
    'wrong-address',
    'wrong-origin-ip',
  ],
  [
    'A host error at once; straight to the server the page comes',
    'code=code-none&sight=page-three-boxes-host&time-nocode=time-instant&direct-nocode=direct-ok',
    'works-directly',
    'fw-reject-cloudflare',
  ],
  [
    'A host error after a while; straight to the server the page comes',
    'code=code-none&sight=page-three-boxes-host&time-nocode=time-varies&direct-nocode=direct-ok',
    'works-directly',
    'fw-drop-cloudflare',
  ],
  [
    'An API client with a limit of ten seconds',
    'code=code-none&sight=client-timeout-first',
    'client-timeout',
    'short-client-timeout',
  ],
  [
    'About 20 s, everyone, and the machine is off',
    'code=code-none&sight=page-spins&time-nocode=time-20&scope-522=scope-constant&record-522=unsure&packets-522=unsure&host-522=host-off',
    'host-down',
    'host-powered-off',
  ],
  [
    'A visitor who knows nothing',
    'code=unsure&sight=unsure&time-nocode=unsure&direct-nocode=unsure&change-nocode=unsure',
    'nothing-known',
    'fw-drop-cloudflare',
  ],
];

/** Stories of people who see a code beside the 52x, or one of four digits. */
export const OTHER_CODES: readonly Scenario[] = [
  [
    'A full page with 504, and the server says 504 too',
    'code=code-5xx&code-neighbour=code-504&who-504=maker-origin',
    'origin-made-504',
    'local-proxy-timeout-shorter',
  ],
  [
    'A blank 502 that names cloudflare',
    'code=code-5xx&code-neighbour=code-502&who-502=maker-edge',
    'edge-made',
    'cloudflare-side-fault',
  ],
  [
    'A 500, and nobody can look',
    'code=code-5xx&code-neighbour=code-500&who-500=unsure',
    'maker-unknown',
    'application-error',
  ],
  ['A log full of 499', 'code=code-5xx&code-neighbour=code-499', 'client-timeout', 'short-client-timeout'],
  ['1016 in a 530', 'code=code-1xxx&code-1xxx=code-1016', 'target-name', 'origin-dns-unresolvable'],
  ['The site limits the rate', 'code=code-1xxx&code-1xxx=code-1015', 'limit-reached', 'rate-limit-rule'],
  [
    'A rare number from a rewrite',
    'code=code-1xxx&code-1xxx=none&code-1xxx-more=code-1035',
    'rewrite-invalid',
    'rewrite-rule-invalid',
  ],
  [
    'Four digits, and nobody remembers which',
    'code=code-1xxx&code-1xxx=unsure&code-1xxx-more=unsure',
    'number-unknown',
    'security-rule-blocks',
  ],
];
