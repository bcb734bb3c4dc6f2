import type { Scenario } from './scenario.fixture.ts';

/** Refusals: stories of a 521. */
export const REFUSED: readonly Scenario[] = [
  {
    story: 'nginx was stopped by an update',
    answers:
      'code=code-521&scope-521=scope-constant&direct-521=direct-refused&listen-521=listen-none&service-521=service-stopped',
    end: 'not-running',
    first: 'web-server-stopped',
    asked: 5,
  },
  {
    story: 'A typing error in the configuration, found at the restart',
    answers:
      'code=code-521&scope-521=scope-constant&direct-521=direct-refused&listen-521=listen-none&service-521=service-stopped,service-config-error',
    end: 'not-running',
    first: 'web-server-stopped',
    asked: 5,
  },
  {
    story: 'The kernel killed the web server for want of memory',
    answers:
      'code=code-521&scope-521=scope-constant&direct-521=direct-refused&listen-521=listen-none&service-521=oom-kill',
    end: 'not-running',
    first: 'oom-or-disk-full-kills-service',
    asked: 5,
  },
  {
    story: 'A unit that fails, starts and fails again',
    answers:
      'code=code-521&scope-521=scope-constant&direct-521=direct-refused&listen-521=listen-none&service-521=service-restarting',
    end: 'not-running',
    first: 'service-restart-loop',
    asked: 5,
  },
  {
    story: 'A Service whose selector matches no pod since the release',
    answers:
      'code=code-521&scope-521=scope-constant&direct-521=direct-refused&listen-521=listen-none&service-521=setup-kubernetes&k8s=k8s-no-endpoints',
    end: 'in-the-cluster',
    first: 'k8s-service-no-endpoints',
    asked: 6,
  },
  {
    story: 'The mode became Full, and the server has port 80 only',
    answers: 'code=code-521&scope-521=scope-constant&direct-521=direct-refused&listen-521=listen-other-port',
    end: 'wrong-listener',
    first: 'port-mismatch-ssl-mode',
    asked: 4,
  },
  {
    story: 'A Node service that listens on 127.0.0.1',
    answers: 'code=code-521&scope-521=scope-constant&direct-521=direct-refused&listen-521=listen-loopback',
    end: 'wrong-listener',
    first: 'bind-localhost',
    asked: 4,
  },
  {
    story: 'fail2ban with its stock action refuses some visitors',
    answers: 'code=code-521&scope-521=scope-some-visitors&refuse-521=ban-fail2ban',
    end: 'refused-by-filter',
    first: 'fail2ban-bans-edge',
    asked: 3,
    from: 'https://github.com/fail2ban/fail2ban/issues/3974',
  },
  {
    story: 'The host’s security suite has listed the edge',
    answers: 'code=code-521&scope-521=scope-intermittent&refuse-521=ban-suite',
    end: 'refused-by-filter',
    first: 'imunify-or-host-waf',
    asked: 3,
  },
  {
    story: 'A REJECT rule for all but the office',
    answers: 'code=code-521&scope-521=scope-constant&direct-521=unsure&listen-521=listen-ok&refuse-521=rule-reject',
    end: 'refused-by-filter',
    first: 'fw-reject-cloudflare',
    asked: 5,
  },
  {
    story: 'The server listens and no rule refuses: the record holds the address of another machine',
    answers: 'code=code-521&scope-521=scope-constant&direct-521=unsure&listen-521=listen-ok&refuse-521=rule-none',
    end: 'refused-elsewhere',
    first: 'wrong-origin-ip',
    asked: 5,
  },
  {
    story: 'Each night while certificates are renewed and logs rotated',
    answers: 'code=code-521&scope-521=scope-hours',
    end: 'fixed-hours',
    first: 'rollout-drops-connections',
    asked: 2,
  },
  {
    story: 'No shell; straight to the server the page comes',
    answers: 'code=code-521&scope-521=scope-constant&direct-521=direct-ok&refuse-521=unsure',
    end: 'refused-by-filter',
    first: 'fw-reject-cloudflare',
    asked: 4,
  },
  {
    story: 'No shell; straight to the server it is refused too',
    answers:
      'code=code-521&scope-521=scope-constant&direct-521=direct-refused&listen-521=unsure&change-521=change-none',
    end: 'refusal-unknown',
    first: 'web-server-stopped',
    asked: 5,
  },
  {
    story: 'No shell, no test; the mode was changed',
    answers: 'code=code-521&scope-521=scope-constant&direct-521=unsure&listen-521=unsure&change-521=change-ssl-mode',
    end: 'refusal-unknown',
    first: 'port-mismatch-ssl-mode',
    asked: 5,
  },
  {
    story: 'No shell, no test; a new firewall',
    answers: 'code=code-521&scope-521=scope-constant&direct-521=unsure&listen-521=unsure&change-521=change-firewall',
    end: 'refusal-unknown',
    first: 'fw-reject-cloudflare',
    asked: 5,
  },
  {
    story: 'Nobody can check anything',
    answers: 'code=code-521&scope-521=scope-constant&direct-521=unsure&listen-521=unsure&change-521=unsure',
    end: 'refusal-unknown',
    first: 'web-server-stopped',
    asked: 5,
  },
  {
    story: 'A shop owner without a shell; the host says that the web server runs, and a security tool was installed',
    answers:
      'code=code-521&scope-521=scope-constant&direct-521=unsure&listen-521=service-running&change-521=change-firewall',
    end: 'refusal-unknown',
    first: 'fw-reject-cloudflare',
    asked: 5,
  },
];
