import { describe, expect } from 'vitest';
import type { Bundle } from '../../src/domain/firewall/model.ts';
import { CHOICES, generatedFor, generatorFor, INPUT, placed, script } from './generated.ts';
import { inSandbox } from '../../src/knowledge/parsers/sandbox.ts';
import { parserTest } from './parser-test.ts';

const SSH_ONLY = `table inet filter {
  chain input {
    type filter hook input priority 0; policy drop;
    tcp dport 22 accept
  }
}
`;

/** No service runs in the sandbox; what is switched on there is of no interest to these tests. */
const NO_SYSTEMD = 'systemctl() { :; }';

/** Applies twice, undoes, and says whether each step left what it should; \`state\` prints the rules in force. */
function cycle({ apply, check, undo, files }: Bundle, before: string, state: string): void {
  const { output, status } = inSandbox(
    placed(files),
    `${NO_SYSTEMD}
${before}
state() { { ${state}; } | sed -e 's/packets [0-9]* bytes [0-9]*//' -e '/^#/d' -e 's/\\[[0-9]*:[0-9]*\\]//'; }
state >/run/before
(set -e; ${script(apply)}
) || echo APPLY FAILED
state >/run/once
(set -e; ${script(apply)}
) >/run/again 2>&1 || echo AGAIN FAILED
state >/run/twice
(set -e; ${script(check)}
) >/run/check 2>&1 || echo CHECK FAILED
${script(undo)}
state >/run/after
cmp -s /run/before /run/once && echo NOTHING APPLIED
cmp /run/once /run/twice || echo NOT IDEMPOTENT
diff /run/before /run/after || echo NOT UNDONE
echo done`,
  );
  expect(output).not.toMatch(/FAILED|NOTHING APPLIED|NOT IDEMPOTENT|NOT UNDONE|rror/);
  expect(output).toMatch(/done\n$/);
  expect(status).toBe(0);
}

describe('packet filters: applied twice, then undone', () => {
  const nftState = 'nft list ruleset; cat /etc/nftables.conf';

  parserTest('nftables loads the table of its own with nft -f', { tools: ['nft'], sandbox: true }, () => {
    cycle(generatedFor('nftables'), '', nftState);
  });

  parserTest('nftables loads into a table that exists, also after a restart', { tools: ['nft'], sandbox: true }, () => {
    const { alternative } = generatedFor('nftables');
    if (alternative === undefined) throw new Error('no alternative');
    const existing = `printf 'flush ruleset\\n%s' '${SSH_ONLY}' >/etc/nftables.conf; nft -f /etc/nftables.conf`;
    cycle(alternative, existing, nftState);
    const { output } = inSandbox(
      placed(alternative.files),
      `${NO_SYSTEMD}; ${existing}; ${script(alternative.apply)}; nft list ruleset >/run/live; nft -f /etc/nftables.conf; nft list ruleset | cmp - /run/live && echo same`,
    );
    expect(output).toContain('same');
  });

  parserTest(
    'nftables keeps itself in the file of Red Hat’s family where that exists',
    { tools: ['nft'], sandbox: true },
    () => {
      const redHat = '/etc/sysconfig/nftables.conf';
      cycle(
        generatedFor('nftables'),
        `mkdir -p /etc/sysconfig; echo '# Uncomment the include statement here to load the default config sample' >${redHat}; cp /etc/nftables.conf /run/debian`,
        `nft list ruleset; cat ${redHat}; cmp /etc/nftables.conf /run/debian`,
      );
    },
  );

  parserTest(
    'iptables-restore and ip6tables-restore take both files',
    { tools: ['iptables-restore', 'ip6tables-restore'], sandbox: true },
    () => {
      cycle(
        generatedFor('iptables'),
        'iptables -A INPUT -j DROP; ip6tables -A INPUT -j DROP',
        'iptables-save; ip6tables-save',
      );
    },
  );

  parserTest('nftables loads what is chosen, both ways', { tools: ['nft'], sandbox: true }, () => {
    for (const choice of CHOICES) {
      const { alternative, ...main } = generatorFor('nftables').generate(choice);
      cycle(main, '', nftState);
      if (alternative === undefined) throw new Error('no alternative');
      cycle(
        alternative,
        `printf 'flush ruleset\\n%s' '${SSH_ONLY}' >/etc/nftables.conf; nft -f /etc/nftables.conf`,
        nftState,
      );
    }
  });

  parserTest('iptables-restore takes what is chosen', { tools: ['iptables-restore'], sandbox: true }, () => {
    for (const choice of CHOICES)
      cycle(
        generatorFor('iptables').generate(choice),
        'iptables -A INPUT -j DROP; ip6tables -A INPUT -j DROP',
        'iptables-save; ip6tables-save',
      );
  });

  const ufwOn = 'ufw allow 22/tcp >/dev/null; ufw --force enable >/dev/null';

  parserTest('ufw --dry-run takes every rule', { tools: ['ufw', 'iptables'], sandbox: true }, () => {
    const [tryIt] = generatedFor('ufw').apply;
    const { output } = inSandbox([], `${ufwOn}; ${tryIt?.run ?? ''} && echo accepted`);
    expect(output).toContain('accepted');
    expect(output).not.toContain('rror');
  });

  parserTest('ufw keeps and removes rules', { tools: ['ufw', 'iptables'], sandbox: true }, () => {
    const few = { ...INPUT, ipv4: INPUT.ipv4.slice(0, 2), ipv6: INPUT.ipv6.slice(0, 2) };
    cycle(generatorFor('ufw').generate(few), ufwOn, 'ufw status numbered');
    for (const { ipv4, ipv6, ...choice } of CHOICES) {
      const lists = { ipv4: ipv4.slice(0, 1), ipv6: ipv6.slice(0, 1) };
      cycle(generatorFor('ufw').generate({ ...choice, ...lists }), ufwOn, 'ufw status numbered');
    }
  });

  const firewalldTools = ['firewalld', 'dbus-daemon', 'nft'];
  const START = `mkdir -p /run/dbus; dbus-daemon --system --fork
firewalld --nofork --nopid >/dev/null 2>&1 &
until firewall-cmd --state >/dev/null 2>&1; do sleep 0.2; done`;

  parserTest('firewalld takes sets and rules', { tools: firewalldTools, sandbox: true }, () => {
    // A removed set would be missed by the first reload: the files come after the daemon, as they do on a server.
    const keep = 'mkdir -p /run/sets; mv /etc/firewalld/ipsets/cloudflare* /run/sets/';
    for (const choice of [INPUT, ...CHOICES])
      cycle(
        generatorFor('firewalld').generate(choice),
        `${keep}\n${START}\ncp /run/sets/* /etc/firewalld/ipsets/`,
        'firewall-cmd --list-all; nft list ruleset',
      );
  });

  parserTest('firewalld: rules go to the zone of the default route', { tools: firewalldTools, sandbox: true }, () => {
    const { files, apply, check, undo } = generatedFor('firewalld');
    const { output } = inSandbox(
      placed(files),
      `${START}; ip route add default dev lo; firewall-cmd --permanent --zone=external --change-interface=lo; firewall-cmd --reload
(${script(apply)}); firewall-cmd --zone=public --list-rich-rules | wc -l; firewall-cmd --zone=external --list-rich-rules | wc -l
(${script(check)}); (${script(undo)}); ls /etc/firewalld/ipsets; echo bound; firewall-cmd --zone=external --list-rich-rules`,
    );
    expect(output).toMatch(/zone: external/);
    expect(output).toMatch(/^1\n4$/m);
    expect(output).toMatch(/bound\n+$/);
  });
});

parserTest('fail2ban reads the ranges', { tools: ['fail2ban-client'], sandbox: true }, () => {
  const { files } = generatedFor('fail2ban');
  const { output } = inSandbox(
    placed(files),
    'echo >/var/log/auth.log; fail2ban-client -t; fail2ban-client -d | grep addignoreip',
  );
  expect(output).toContain('OK: configuration test is successful');
  for (const range of ['127.0.0.1/8', '173.245.48.0/20', '2c0f:f248::/32']) expect(output).toContain(`'${range}'`);
});

parserTest('fail2ban reads what is chosen', { tools: ['fail2ban-client'], sandbox: true }, () => {
  for (const choice of CHOICES) {
    const { files } = generatorFor('fail2ban').generate(choice);
    const { output } = inSandbox(
      placed(files),
      'echo >/var/log/auth.log; fail2ban-client -t; fail2ban-client -d | grep addignoreip',
    );
    expect(output).toContain('OK: configuration test is successful');
    expect(output).toContain(`'${String(choice.own)}`);
  }
});
