import { type PlacedFile, run } from './sandbox.ts';

export interface Wrapped {
  /** What the published block names outside itself, and the configuration around it. */
  readonly files: readonly PlacedFile[];
  readonly command: string;
}

let made: string | undefined;

/** One self-signed certificate with its key; it stands in for every certificate, key and authority that a block names. */
function certificate(): string {
  made ??= run([
    ...['openssl', 'req', '-x509', '-newkey', 'ec', '-pkeyopt', 'ec_paramgen_curve:P-256', '-nodes'],
    ...['-subj', '/CN=www.example.com', '-keyout', '-', '-out', '-'],
  ])
    .output.match(/^-----BEGIN [^]+?-----END [A-Z ]+-----\n/gm)
    ?.join('');
  return made ?? '';
}

/** How nginx, Apache, HAProxy and Caddy name certificates and keys. */
const NAMES = [/^\s*(?:ssl_\w*certificate\w*|SSL\w*Certificate\w*)\s+(\/[^\s;]+)/gm, /\bcrt\s+(\/\S+)/g];
const CADDY_NAMES = [/^\s*tls\s+(\/\S+)\s/gm, /^\s*tls\s+\/\S+\s+(\/\S+)/gm];

/** The files that a configuration names as certificates and keys, filled. */
function certificates(config: string, names: readonly RegExp[] = NAMES): PlacedFile[] {
  const named = names.flatMap((name) => [...config.matchAll(name)].map(([, path = '']) => path));
  return [...new Set(named)].map((path) => ({ path, text: certificate() }));
}

/** The level of an nginx block, by the directives that stand in it unindented; the first that fits, else a location. */
const NGINX_LEVELS = [
  ['main', /^(?:worker_\w+|events|error_log)\b/m],
  ['http', /^(?:server|upstream|log_format|limit_\w+_status|keepalive_\w+)\b/m],
  ['server', /^(?:listen|server_name|location|ssl_\w+)\b/m],
] as const;

const ANY_CERTIFICATE = 'ssl_certificate /etc/nginx/any.pem;\nssl_certificate_key /etc/nginx/any.pem;\n';

/** The whole nginx configuration around a block, and the command that tests it. */
export function nginx(text: string): Wrapped {
  const level = NGINX_LEVELS.find(([, holds]) => holds.test(text))?.[0];
  const http = (inside: string): string => `events {}\nhttp {\n${inside}}\n`;
  const server = (inside: string): string => http(`server {\n${inside}}\n`);
  const whole = {
    main: () => `${/^events\b/m.test(text) ? '' : 'events {}\n'}${text}`,
    http: () => http(text),
    server: () => server(`${/^ssl_certificate\s/m.test(text) ? '' : ANY_CERTIFICATE}${text}`),
    location: () => server(`location / {\n${text}}\n`),
  }[level ?? 'location']();
  const files = [{ path: '/etc/nginx/block.conf', text: whole }, ...certificates(whole)];
  // A name that nginx must resolve when it reads a proxy_pass.
  return { files, command: 'echo 192.0.2.1 api.example.net >>/etc/hosts; nginx -t -c /etc/nginx/block.conf' };
}

const APACHE_MODULES = ['authz_core', 'socache_shmcb', 'ssl', 'proxy', 'proxy_http', 'remoteip', 'http2', 'headers'];

/** The whole Apache configuration around a block, and the command that tests it. */
export function apache(text: string, place: string): Wrapped {
  const modules = [place.includes('mpm_prefork') ? 'mpm_prefork' : 'mpm_event', ...APACHE_MODULES];
  const inside = place.includes('virtual host') ? `<VirtualHost *:443>\n${text}</VirtualHost>\n` : text;
  const whole = `ServerRoot /etc/apache2
ServerName www.example.com
PidFile /run/apache.pid
ErrorLog /tmp/error.log
Define APACHE_LOG_DIR /tmp
${modules.map((module) => `Include mods-available/${module}.load\n`).join('')}${/^\s*Listen\s/m.test(text) ? '' : 'Listen 80\n'}${inside}`;
  const files = [{ path: '/etc/apache2/block.conf', text: whole }, ...certificates(whole)];
  return { files, command: 'apache2 -t -f /etc/apache2/block.conf' };
}

/** The whole HAProxy configuration around a block: lines without a section belong to a frontend. */
export function haproxy(text: string): Wrapped {
  const sections = /^(?:global|defaults|frontend|backend|listen)\b/m.test(text);
  const listens = /^\s*(?:bind|server)\b/m.test(text);
  const frontend = listens ? '' : 'frontend block\n  bind :80\n';
  const whole = sections
    ? `${text}${frontend}`
    : `defaults\n  mode http\nfrontend block\n${listens ? '' : '  bind :80\n'}${text}`;
  const files = [{ path: '/etc/haproxy/block.cfg', text: whole }, ...certificates(whole)];
  return { files, command: 'haproxy -c -q -f /etc/haproxy/block.cfg' };
}

/** A Caddyfile, with the certificates that it names. */
export function caddy(text: string): Wrapped {
  const files = [{ path: '/etc/caddy/block', text }, ...certificates(text, CADDY_NAMES)];
  return { files, command: 'HOME=/tmp caddy validate --adapter caddyfile --config /etc/caddy/block' };
}

/** A unit of systemd in its place, with the unit that it adds to and the programs that it starts. */
export function systemd(text: string, place: string): Wrapped {
  const path = /\/etc\/systemd\/system\/[^\s,]+/.exec(place)?.[0] ?? '/etc/systemd/system/block.service';
  const unit = path.replace(/\.d\/[^/]+$/, '');
  const service = unit.replace(/\.timer$/, '.service');
  const stub = { path: service, text: '[Service]\nExecStart=/bin/true\n' };
  const programs = [...text.matchAll(/^Exec\w+=(\/\S+)/gm)].map(([, program = '']) => program);
  const files = [
    ...(service === path ? [] : [stub]),
    { path, text },
    ...programs.map((program) => ({ path: program, text: '#!/bin/sh\n', mode: '0755' })),
  ];
  // It warns of what it does not know, and ends well all the same.
  return { files, command: `out=$(systemd-analyze verify --man=no ${unit} 2>&1); echo "$out"; test -z "$out"` };
}

/** Settings in sections of a program that has a test of its own, by the place of the file. */
export const INI_PROGRAMS = {
  fpm: {
    place: /\/php\/[\d.]+\/fpm\/pool\.d\//,
    wrap: (text: string): Wrapped => ({
      files: [
        {
          path: '/etc/block.conf',
          text: `[global]\nerror_log = /tmp/log\n[www]\nuser = nobody\nlisten = /tmp/sock\n${/^pm = /m.test(text) ? '' : 'pm = static\npm.max_children = 2\n'}${text}`,
        },
      ],
      command: 'php-fpm8.2 -t -y /etc/block.conf',
    }),
  },
  fail2ban: {
    place: /\/etc\/fail2ban\/jail\.d\//,
    wrap: (text: string): Wrapped => ({
      files: [
        { path: '/etc/fail2ban/jail.d/block.local', text },
        { path: '/var/log/nginx/error.log', text: '' },
        { path: '/var/log/auth.log', text: '' },
      ],
      command: 'fail2ban-client -t',
    }),
  },
} as const;
