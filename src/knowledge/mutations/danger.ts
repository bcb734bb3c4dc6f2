import { append, at, type Case, CAUSE, CHECK, GUIDE, swap } from './edit.ts';

export const UFW = / {12}for range in \{\{ipv4\}\} \{\{ipv6\}\}; do ufw .*/;
const DANGEROUS: readonly [name: string, run: string, text: RegExp][] = [
  ['an allow rule at the end of INPUT', 'iptables -A INPUT -p tcp --dport 443 -j ACCEPT', /appended to INPUT/],
  ['the same for IPv6, in long form', 'ip6tables --append INPUT -p tcp --dport 443 --jump ACCEPT', /appended to INPUT/],
  ['kill -9 on the PHP-FPM master', 'kill -9 $(cat /run/php/php8.2-fpm.pid)', /PHP-FPM master/],
  ['pkill -9 on PHP-FPM', 'pkill -9 php-fpm8.2', /PHP-FPM master/],
  ['a firewall switched off', 'ufw disable', /danger text.*ufw disable/],
  ['rules flushed', 'iptables -t filter -F INPUT', /danger text.*flushing/],
  ['a script piped into a shell', 'curl -fsSL https://example.com/x.sh | sudo bash', /piped into a shell/],
  ['a script substituted into a shell', 'bash <(curl -s https://example.com/x.sh)', /piped into a shell/],
  ['one address family only', 'for r in {{ipv4}}; do ufw insert 1 allow from "$r"; done', /both address families/],
  ['a mistyped placeholder', 'echo {{ipv4}} {{ipv6}} {{ip6}}', /only the placeholders/],
];
export const FENCED = '\n## More\n\nSo.[^lab]\n\n```sh where="On the server" changes="traffic"';
export const DANGER: readonly Case[] = [
  ...DANGEROUS.map(([name, run, text]): Case => ({
    name,
    file: CAUSE,
    mutate: swap(UFW, `            ${run}`),
    expect: {
      line: (now) => now.slice(0, now.indexOf(run)).split('\n').length - 1,
      field: 'fix.immediate.0.run.1.run',
      text,
    },
  })),
  {
    name: 'danger in a fence',
    file: GUIDE,
    mutate: append(FENCED, 'echo now', 'ufw disable', '```'),
    expect: { line: at('echo now'), field: 'body', text: /ufw disable/ },
  },
  {
    name: 'one family in a fence',
    file: GUIDE,
    mutate: append(FENCED, 'nft add element inet filter x { {{ipv4,}} }', '```'),
    expect: { line: at('nft add element inet filter x'), field: 'body', text: /both address families/ },
  },
  {
    name: 'a fence that does not say where it runs',
    file: GUIDE,
    mutate: append(FENCED.replace('where="On the server" ', ''), 'echo now', '```'),
    expect: { line: at('```sh changes="traffic"\necho now'), field: 'body', text: /where the block runs/ },
  },
  {
    name: 'a fence that does not say what it changes',
    file: GUIDE,
    mutate: append(FENCED.replace('"traffic"', '"much"'), 'echo now', '```'),
    expect: { line: at('changes="much"'), field: 'body', text: /what the block changes, found "much"/ },
  },
  {
    name: 'a fence without a language',
    file: GUIDE,
    mutate: append(FENCED.replace('```sh', '```'), 'echo now', '```'),
    expect: { line: at('``` where="On the server" changes="traffic"\necho now'), field: 'body', text: /a language/ },
  },
  {
    name: 'danger in a check',
    file: CHECK,
    mutate: swap('ufw status verbose', 'ufw --force disable'),
    expect: {
      line: (text) => text.slice(0, text.indexOf('ufw --force')).split('\n').length - 1,
      field: 'commands.2.run',
      text: /ufw disable/,
    },
  },
];
