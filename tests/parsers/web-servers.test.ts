import { describe, expect } from 'vitest';
import { inSandbox } from '../../src/knowledge/parsers/sandbox.ts';
import { generatedFor, generatorFor, INPUT, placed, script } from './generated.ts';
import { parserTest } from './parser-test.ts';

/** One address of Cloudflare's and one foreign one for each family, on the loopback interface, and what each is answered. */
const ASK = `ip addr add 173.245.48.10/32 dev lo; ip addr add 203.0.113.9/32 dev lo; ip addr add 198.51.100.10/32 dev lo
ip -6 addr add 2400:cb00:48::10/128 dev lo nodad; ip -6 addr add 2001:db8::9/128 dev lo nodad; ip -6 addr add 2001:db8:64::10/128 dev lo nodad
ask() {
  curl -s -m 5 -o /run/body -w "$2 %{http_code} " --retry 5 --retry-connrefused --interface "$1" -H 'CF-Connecting-IP: 192.0.2.77' "http://$3:8088/"
  sed -n 's/^seen/seen/p' /run/body; echo
}
ask_all() {
  ask 173.245.48.10 edge4 198.51.100.10; ask 203.0.113.9 foreign4 198.51.100.10; ask 127.0.0.1 own 127.0.0.1
  ask 2400:cb00:48::10 edge6 '[2001:db8:64::10]'; ask 2001:db8::9 foreign6 '[2001:db8:64::10]'
}
ask_twice() {
  set -- "$1" -s -m 5 --interface "$2" http://198.51.100.10:8088/ -H
  echo "$1 $(shift; curl -o /run/one -w '%{http_code} ' "$@" 'CF-Connecting-IP: 192.0.2.71' --next \\
    -o /run/two -w '%{http_code}, %{num_connects} new' "$@" 'CF-Connecting-IP: 2001:db8::72'), $(cat /run/one /run/two | grep '^seen' | tr '\\n' ' ')"
}
`;

const lines = (id: string, indent: string, input = INPUT): string =>
  (
    generatorFor(id)
      .generate(input)
      .files.find(({ path }) => path === undefined)?.text ?? ''
  ).replaceAll(/^/gm, indent);

describe('web servers: the visitor is seen, others are refused', () => {
  parserTest('nginx -t', { tools: ['nginx', 'curl', 'ip'], sandbox: true }, () => {
    const server = `server {\n listen 8088; listen [::]:8088;\n location / {\n${lines('nginx', '  ')}\n default_type text/plain; return 200 "seen $remote_addr"; } }\n`;
    const { output } = inSandbox(
      [...placed(generatedFor('nginx').files), { path: '/etc/nginx/sites-enabled/default', text: server }],
      `${ASK} nginx && nginx -t && ask_all
${script(generatedFor('nginx').undo)}
nginx -t 2>/dev/null && echo kept; echo >/etc/nginx/sites-enabled/default; ${script(generatedFor('nginx').undo)}
ls /etc/nginx/conf.d | grep cloudflare || echo removed`,
    );
    expect(output).toContain('syntax is ok');
    expect(output).toMatch(/kept[^]*removed/);
    expect(output).toMatch(/edge4 200 seen 192\.0\.2\.77\n+foreign4 403/);
    expect(output).toMatch(/edge6 200 seen 192\.0\.2\.77\n+foreign6 403/);
  });

  parserTest('nginx -t, with an address of one’s own', { tools: ['nginx', 'curl', 'ip'], sandbox: true }, () => {
    const own = { ...INPUT, own: '203.0.113.9' };
    const server = `server {\n listen 8088; listen [::]:8088;\n location / {\n${lines('nginx', '  ', own)}\n default_type text/plain; return 200 "seen $remote_addr"; } }\n`;
    const { output } = inSandbox(
      [
        ...placed(generatorFor('nginx').generate(own).files),
        { path: '/etc/nginx/sites-enabled/default', text: server },
      ],
      `${ASK} nginx && nginx -t && ask_all`,
    );
    expect(output).toMatch(/foreign4 200 seen 203\.0\.113\.9/);
    expect(output).toContain('foreign6 403');
  });

  parserTest('apachectl -t', { tools: ['apachectl', 'a2enmod', 'curl', 'ip'], sandbox: true }, () => {
    const { files, apply } = generatedFor('apache');
    const { output } = inSandbox(
      [...placed(files), { path: '/etc/apache2/ports.conf', text: 'Listen 8088\nServerName www.example.com\n' }],
      `${ASK} echo seen >/var/www/html/index.html; echo seen >/var/www/html/.htsecret; mkdir -p /run/apache2 /run/lock
sed -i 's/\\*:80>/*:8088>/' /etc/apache2/sites-enabled/000-default.conf
sed -i 's/%h %l/%a %l/' /etc/apache2/apache2.conf
${script(apply)}
apachectl -t; ask_all; curl -s -o /dev/null -w 'secret %{http_code}\\n' http://127.0.0.1:8088/.htsecret
cat /var/log/apache2/*access.log | grep -c '^192.0.2.77'`,
    );
    expect(output).toContain('Syntax OK');
    expect(output).toMatch(/edge4 200 seen\n+foreign4 403\s+own 200 seen\s+edge6 200 seen\n+foreign6 403/);
    expect(output).toContain('secret 403');
    expect(output).toMatch(/^2$/m);
  });

  parserTest(
    'haproxy -c, also for several visitors on one connection',
    { tools: ['haproxy', 'curl', 'ip'], sandbox: true },
    () => {
      const config = `defaults\n mode http\n timeout connect 1s\n timeout client 3s\n timeout server 3s\nfrontend web\n bind :8088\n bind :::8088 v6only\n${lines('haproxy', '')}\n http-request return status 200 content-type text/plain lf-string "seen %[src]\\n"\n`;
      const { output } = inSandbox(
        [...placed(generatedFor('haproxy').files), { path: '/etc/haproxy/haproxy.cfg', text: config }],
        `${ASK} haproxy -c -f /etc/haproxy/haproxy.cfg && haproxy -D -f /etc/haproxy/haproxy.cfg && ask_all; ask_twice edge 173.245.48.10; ask_twice foreign 203.0.113.9`,
      );
      expect(output).toContain('Configuration file is valid');
      expect(output).toMatch(/edge4 200 seen 192\.0\.2\.77\n+foreign4 403/);
      expect(output).toMatch(/edge6 200 seen 192\.0\.2\.77\n+foreign6 403/);
      expect(output).toContain('edge 200 200, 0 new, seen 192.0.2.71 seen 2001:db8::72');
      expect(output).toContain('foreign 403 403, 0 new,');
    },
  );
});
