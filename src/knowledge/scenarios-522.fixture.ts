import type { Scenario } from './scenario.fixture.ts';

/** Silence for everyone: stories of a constant 522. */
export const SILENT_ALWAYS: readonly Scenario[] = [
  {
    story: 'A new iptables script drops all but the office',
    answers:
      'code=code-522&time-522=time-20&scope-522=scope-constant&record-522=record-right&packets-522=syn-unanswered&rules-522=rule-drop',
    end: 'server-drops',
    first: 'fw-drop-cloudflare',
    asked: 6,
  },
  {
    story: 'The shop moved, and the record still holds the old server',
    answers: 'code=code-522&time-522=time-20&scope-522=scope-constant&record-522=record-wrong',
    end: 'wrong-address',
    first: 'wrong-origin-ip',
    asked: 4,
  },
  {
    story: 'A new instance whose security group allows SSH only, seen in the cloud’s panel',
    answers:
      'code=code-522&time-522=time-20&scope-522=scope-constant&record-522=record-right&packets-522=provider-filter-closed',
    end: 'provider-closed',
    first: 'cloud-security-group',
    asked: 5,
  },
  {
    story: 'The same, found by a capture that stays empty',
    answers:
      'code=code-522&time-522=time-20&scope-522=scope-constant&record-522=record-right&packets-522=syn-absent&provider-522=provider-filter-closed',
    end: 'provider-closed',
    first: 'cloud-security-group',
    asked: 6,
  },
  {
    story: 'The cloud firewall was opened, and another layer before the server was not',
    answers:
      'code=code-522&time-522=time-20&scope-522=scope-constant&record-522=record-right&packets-522=syn-absent&provider-522=provider-filter-open',
    end: 'before-server',
    first: 'host-panel-firewall-second-layer',
    asked: 6,
    from: 'https://github.com/chen2he/orange-cloud/pull/100',
  },
  {
    story: 'The invoice was not paid and the machine is off',
    answers: 'code=code-522&time-522=time-20&scope-522=scope-constant&record-522=record-right&packets-522=host-off',
    end: 'host-down',
    first: 'host-powered-off',
    asked: 5,
  },
  {
    story: 'After an attack the provider discards all traffic to the address',
    answers:
      'code=code-522&time-522=time-20&scope-522=scope-constant&record-522=record-right&packets-522=host-blackholed',
    end: 'host-down',
    first: 'null-route-ddos',
    asked: 5,
  },
  {
    story: 'A jail of a bad-bot blocker bans whole edge networks in one city',
    answers:
      'code=code-522&time-522=time-20&scope-522=scope-constant&record-522=record-right&packets-522=syn-unanswered&rules-522=ban-fail2ban',
    end: 'server-drops',
    first: 'fail2ban-bans-edge',
    asked: 6,
    from: 'https://github.com/mitchellkrogza/nginx-ultimate-bad-bot-blocker/issues/671',
  },
  {
    story: 'lfd on a cPanel server has taken the edge for a flood',
    answers:
      'code=code-522&time-522=time-20&scope-522=scope-constant&record-522=record-right&packets-522=syn-unanswered&rules-522=ban-csf',
    end: 'server-drops',
    first: 'csf-lfd-block',
    asked: 6,
  },
  {
    story: 'A container host drops in DOCKER-USER',
    answers:
      'code=code-522&time-522=time-20&scope-522=scope-constant&record-522=record-right&packets-522=syn-unanswered&rules-522=rule-docker-user',
    end: 'server-drops',
    first: 'docker-bypasses-ufw',
    asked: 6,
  },
  {
    story: 'No rule, no ban, and the listener’s queue is full all day',
    answers:
      'code=code-522&time-522=time-20&scope-522=scope-constant&record-522=record-right&packets-522=syn-unanswered&rules-522=accept-queue-full',
    end: 'queue-full',
    first: 'accept-queue-full',
    asked: 6,
  },
  {
    story: 'A capture with calls and no answers, and no filter is found',
    answers:
      'code=code-522&time-522=time-20&scope-522=scope-constant&record-522=record-right&packets-522=syn-unanswered&rules-522=rule-none',
    end: 'no-filter-found',
    first: 'asymmetric-return-path',
    asked: 6,
  },
  {
    story: 'A load balancer sends to a node that runs no pod of the Service',
    answers:
      'code=code-522&time-522=time-20&scope-522=scope-constant&record-522=record-right&packets-522=syn-unanswered&rules-522=setup-kubernetes&k8s=k8s-no-local-pod',
    end: 'in-the-cluster',
    first: 'k8s-no-local-pod',
    asked: 7,
    from: 'https://github.com/kubernetes/ingress-nginx/issues/3996',
  },
  {
    story: 'The Service’s source ranges name the office only',
    answers:
      'code=code-522&time-522=time-20&scope-522=scope-constant&record-522=record-right&packets-522=syn-unanswered&rules-522=setup-kubernetes&k8s=k8s-source-ranges-closed',
    end: 'in-the-cluster',
    first: 'k8s-source-ranges',
    asked: 7,
  },
  {
    story: 'A VPN was set up and now takes the way back',
    answers:
      'code=code-522&time-522=time-20&scope-522=scope-constant&record-522=record-right&packets-522=synack-repeats',
    end: 'way-back',
    first: 'asymmetric-return-path',
    asked: 5,
  },
  {
    story: 'A Worker on a Custom Domain fetches its own name',
    answers: 'code=code-522&time-522=time-20&scope-522=scope-constant&record-522=setup-worker',
    end: 'worker-name',
    first: 'worker-fetches-itself',
    asked: 4,
  },
  {
    story: 'A placeholder record after the Worker’s route was removed',
    answers: 'code=code-522&time-522=time-20&scope-522=scope-constant&record-522=record-placeholder',
    end: 'placeholder-record',
    first: 'placeholder-record-without-worker',
    asked: 4,
  },
  {
    story: 'A CNAME to pages.dev that the project does not know',
    answers: 'code=code-522&time-522=time-20&scope-522=scope-constant&record-522=record-pages-cname',
    end: 'pages-name',
    first: 'pages-domain-not-attached',
    asked: 4,
  },
  {
    story: 'The old A record beside a new tunnel',
    answers: 'code=code-522&time-522=time-20&scope-522=scope-constant&record-522=record-beside-tunnel',
    end: 'beside-tunnel',
    first: 'leftover-record-shadowing-tunnel',
    asked: 4,
  },
  {
    story: 'A shop owner who can check nothing',
    answers:
      'code=code-522&time-522=time-20&scope-522=scope-constant&record-522=unsure&packets-522=unsure&change-522=unsure',
    end: 'silence-unknown',
    first: 'fw-drop-cloudflare',
    asked: 6,
  },
  {
    story: 'A shop owner who moved hosts and name servers yesterday and can check nothing else',
    answers:
      'code=code-522&time-522=time-20&scope-522=scope-constant&record-522=unsure&packets-522=unsure&change-522=change-host,change-dns',
    end: 'silence-unknown',
    first: 'wrong-origin-ip',
    asked: 6,
  },
  {
    story: 'A site that went behind Cloudflare an hour ago',
    answers:
      'code=code-522&time-522=time-20&scope-522=scope-constant&record-522=record-right&packets-522=unsure&change-522=change-first-proxied',
    end: 'silence-unknown',
    first: 'fw-drop-cloudflare',
    asked: 6,
  },
  {
    story: 'An owner without a shell; the host says that the machine runs and all is well',
    answers: 'code=code-522&time-522=time-20&scope-522=scope-constant&record-522=record-right&packets-522=host-on',
    end: 'silence-unknown',
    first: 'fw-drop-cloudflare',
    asked: 5,
  },
];
