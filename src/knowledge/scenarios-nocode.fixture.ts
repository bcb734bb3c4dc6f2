import type { Scenario } from './scenario.fixture.ts';

/** Stories of owners who see no code. */
export const NO_CODE: readonly Scenario[] = [
  {
    story: 'A shop that is slow at noon; PHP has no free worker',
    answers: 'code=code-none&sight=page-slow&slow-when=scope-peaks&slow-signs=workers-exhausted',
    end: 'site-slow',
    first: 'php-workers-exhausted',
    asked: 4,
  },
  {
    story: 'Slow only after signing in; no shell',
    answers: 'code=code-none&sight=page-slow&slow-when=scope-after-login&slow-signs=unsure',
    end: 'site-slow',
    first: 'slow-endpoint',
    asked: 4,
  },
  {
    story: 'Slow only from one country',
    answers: 'code=code-none&sight=page-slow&slow-when=scope-some-visitors',
    end: 'site-slow',
    first: 'transit-loss-or-incident',
    asked: 3,
  },
  {
    story: 'Slow at noon and for some, and some customers cannot reach it; no shell',
    answers:
      'code=code-none&sight=page-slow,page-browser-cannot-reach&slow-when=scope-peaks,scope-some-visitors&slow-signs=unsure',
    end: 'site-slow',
    first: 'cpu-ram-exhausted',
    asked: 4,
  },
  {
    story: 'Customers of one mobile network find it slow, or cannot reach it',
    answers: 'code=code-none&sight=page-slow,page-browser-cannot-reach&slow-when=scope-some-visitors',
    end: 'site-slow',
    first: 'transit-loss-or-incident',
    asked: 3,
  },
  {
    story: 'The browser says that the site can’t be reached; no page of Cloudflare’s',
    answers: 'code=code-none&sight=page-browser-cannot-reach',
    end: 'browser-cannot-reach',
    first: 'wrong-origin-ip',
    asked: 2,
  },
  {
    story: 'An export spins for two minutes',
    answers: 'code=code-none&sight=page-spins&time-nocode=time-125&signs-524=unsure&clues-524=scope-some-paths',
    end: 'at-524',
    first: 'slow-endpoint',
    asked: 5,
  },
  {
    story: 'A page of the site’s own after a minute',
    answers: 'code=code-5xx&code-neighbour=unsure&time-nocode=time-60&slow-504=unsure',
    end: 'origin-made-504',
    first: 'slow-endpoint',
    asked: 4,
  },
  {
    story: 'Since the move; straight to the server it is refused',
    answers:
      'code=code-none&sight=page-three-boxes-host&time-nocode=time-instant&clues=change-host&direct-nocode=direct-refused',
    end: 'refused-there',
    first: 'web-server-stopped',
    asked: 5,
  },
  {
    story: 'Since the DNS was edited; straight to the server nobody answers',
    answers: 'code=code-none&sight=page-spins&time-nocode=time-varies&clues=change-dns&direct-nocode=direct-timeout',
    end: 'silence-unknown',
    first: 'wrong-origin-ip',
    asked: 5,
  },
  {
    story: 'Since the certificate was replaced; straight to the server a certificate error',
    answers:
      'code=code-none&sight=page-cloudflare-no-code&time-nocode=time-instant&clues=change-certificate&direct-nocode=direct-cert-bad',
    end: 'at-526',
    first: 'cert-chain-incomplete',
    asked: 5,
  },
  {
    story: 'Since the SSL mode was changed; straight to the server a TLS error',
    answers:
      'code=code-none&sight=page-three-boxes-host&time-nocode=time-instant&clues=change-ssl-mode&direct-nocode=direct-tls-fails',
    end: 'at-525',
    first: 'no-cert-or-no-vhost-on-443',
    asked: 5,
  },
  {
    story: 'Since a new firewall; straight to the server the page comes',
    answers:
      'code=code-none&sight=page-three-boxes-host&time-nocode=time-varies&clues=change-firewall&direct-nocode=direct-ok',
    end: 'works-directly',
    first: 'fw-drop-cloudflare',
    asked: 5,
  },
  {
    story: 'Since a deploy; straight to the server an empty reply',
    answers:
      'code=code-none&sight=page-cloudflare-no-code&time-nocode=time-instant&clues=change-deploy&direct-nocode=direct-broken',
    end: 'at-520',
    first: 'origin-crash-empty-reply',
    asked: 5,
  },
  {
    story: 'Only uploads; straight to the server it connects and is silent',
    answers: 'code=code-none&sight=page-spins&time-nocode=time-varies&clues=scope-uploads&direct-nocode=direct-silent',
    end: 'at-524',
    first: 'slow-endpoint',
    asked: 5,
  },
  {
    story: 'Only some visitors; straight to the server the page comes',
    answers:
      'code=code-none&sight=page-three-boxes-host&time-nocode=unsure&clues=scope-some-visitors&direct-nocode=direct-ok',
    end: 'works-directly',
    first: 'fw-rate-limit',
    asked: 5,
  },
  {
    story: 'A host error at once; straight to the server the page comes',
    answers: 'code=code-none&sight=page-three-boxes-host&time-nocode=time-instant&clues=none&direct-nocode=direct-ok',
    end: 'works-directly',
    first: 'fw-reject-cloudflare',
    asked: 5,
  },
  {
    story: 'About 20 s, everyone, and the machine is off',
    answers:
      'code=code-none&sight=page-spins&time-nocode=time-20&scope-522=scope-constant&record-522=unsure&packets-522=host-off',
    end: 'host-down',
    first: 'host-powered-off',
    asked: 6,
  },
  {
    story: 'The browser warns of an Origin CA certificate since the cloud became grey',
    answers: 'code=code-none&sight=page-certificate-warning',
    end: 'browser-cannot-reach',
    first: 'origin-ca-behind-other-clients',
    asked: 2,
  },
  {
    story: 'An owner who knows nothing',
    answers: 'code=unsure&sight=unsure&time-nocode=unsure&clues=unsure&direct-nocode=unsure',
    end: 'nothing-known',
    first: 'fw-drop-cloudflare',
    asked: 5,
  },
];
