import { configures, looks } from './command.ts';
import type { CheckedInput, Generated } from './model.ts';
import { familyNote, WEB_SERVER_REFUSES } from './notes.ts';
import { forOwn } from './own.ts';
import { refreshBundle } from './refresh/bundle.ts';
import { fileLoader, type Target } from './refresh/file-loader.ts';
import { renderTemplate } from './template.ts';

const BEFORE = `        Require expr "%{CONN_REMOTE_ADDR} -ipmatch '`;
const AFTER = `'"`;

const target = (input: CheckedInput): Target => ({
  path: '/etc/apache2/conf-available/cloudflare-ranges.conf',
  template: [
    '# The address of the visitor, believed only when Cloudflare brings it.',
    'RemoteIPHeader CF-Connecting-IP',
    { each: 'ipv4', before: 'RemoteIPTrustedProxy ', after: '' },
    { each: 'ipv6', before: 'RemoteIPTrustedProxy ', after: '' },
    '# Who calls: judged by the address of the connection. Other restrictions stay in force.',
    '<Location "/">',
    '    AuthMerging And',
    '    <RequireAny>',
    `${BEFORE}127.0.0.0/8${AFTER}`,
    `${BEFORE}::1/128${AFTER}`,
    ...forOwn(input, ({ range }) => `${BEFORE}${range}${AFTER}`),
    { each: 'ipv4', before: BEFORE, after: AFTER },
    { each: 'ipv6', before: BEFORE, after: AFTER },
    '    </RequireAny>',
    '</Location>',
  ],
});

/** Apache httpd: visitors' addresses restored, and everything refused that does not come through Cloudflare. */
export function apache(input: CheckedInput): Generated {
  const file = target(input);
  const test = 'apachectl configtest';
  const reload = 'apachectl graceful';
  return {
    files: [
      {
        path: file.path,
        purpose: 'The ranges, for the whole server',
        lang: 'apache',
        text: renderTemplate(file.template, input),
      },
    ],
    apply: [
      configures(
        'Switch it on, test, then reload',
        'a2enmod remoteip',
        'a2enconf cloudflare-ranges',
        `${test} && ${reload}`,
      ),
    ],
    check: [
      looks(
        'The log now shows visitors’ addresses (with %a in the LogFormat)',
        'tail -n 5 /var/log/apache2/access.log',
      ),
    ],
    undo: [configures('Switch it off', 'a2disconf cloudflare-ranges', `${test} && ${reload}`)],
    notes: [
      WEB_SERVER_REFUSES,
      '`Require ip` looks at the restored address: together with `RemoteIPTrustedProxy` it would refuse every visitor. Hence `CONN_REMOTE_ADDR`, which is the address of the connection.',
      'Without `AuthMerging And` this section would lift the restrictions of others, such as the one on `.htaccess` files.',
      'The paths are Debian’s. On Red Hat’s family put the file into `/etc/httpd/conf.d/`, where the module is already loaded.',
      familyNote(input, 'refused'),
    ],
    refresh: refreshBundle({
      id: 'apache',
      title: 'Apache HTTP Server',
      input,
      shell: fileLoader({ targets: [file], test, reload }),
    }),
  };
}
