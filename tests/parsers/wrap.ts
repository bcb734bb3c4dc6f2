import { run } from './sandbox.ts';

interface Wrapped {
  /** What the published block names outside itself, and the configuration around it. */
  readonly files: readonly { readonly path: string; readonly text: string }[];
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

/** The files that a configuration names as certificates and keys, filled. */
function certificates(config: string): { path: string; text: string }[] {
  const named = [...config.matchAll(/^\s*(?:ssl_\w*certificate\w*|SSL\w*Certificate\w*)\s+(\/[^\s;]+)/gm)];
  return [...new Set(named.map(([, path = '']) => path))].map((path) => ({ path, text: certificate() }));
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
