import { configures, looks } from './command.ts';
import type { CheckedInput, Generated } from './model.ts';
import { familyNote, WEB_SERVER_REFUSES } from './notes.ts';
import { forOwn } from './own.ts';
import { refreshBundle } from './refresh/bundle.ts';
import { fileLoader, type Target } from './refresh/file-loader.ts';
import { renderTemplate } from './template.ts';

const target = (input: CheckedInput): Target => ({
  path: '/etc/nginx/conf.d/cloudflare-ranges.conf',
  template: [
    '# Who calls: judged by the address of the connection, not by the restored one.',
    'geo $realip_remote_addr $from_cloudflare {',
    '    default 0;',
    '    127.0.0.0/8 1;',
    '    ::1/128 1;',
    ...forOwn(input, ({ range }) => `    ${range} 1;`),
    { each: 'ipv4', before: '    ', after: ' 1;' },
    { each: 'ipv6', before: '    ', after: ' 1;' },
    '}',
    '# The address of the visitor, believed only when Cloudflare brings it.',
    'real_ip_header CF-Connecting-IP;',
    { each: 'ipv4', before: 'set_real_ip_from ', after: ';' },
    { each: 'ipv6', before: 'set_real_ip_from ', after: ';' },
  ],
});

/** nginx: visitors' addresses restored, and a test that refuses what does not come through Cloudflare. */
export function nginx(input: CheckedInput): Generated {
  const file = target(input);
  return {
    files: [
      {
        path: file.path,
        purpose: 'The ranges, for the whole server',
        lang: 'nginx',
        text: renderTemplate(file.template, input),
      },
      {
        purpose: 'In each server block that Cloudflare alone may reach',
        lang: 'nginx',
        text: 'if ($from_cloudflare = 0) {\n    return 403;\n}\n',
      },
    ],
    apply: [configures('Test, then reload', 'nginx -t && nginx -s reload')],
    check: [looks('The log now shows visitors’ addresses, not Cloudflare’s', 'tail -n 5 /var/log/nginx/access.log')],
    undo: [
      configures(
        'Take the block out of the servers again, then',
        `mv ${file.path} ${file.path}.off`,
        `if nginx -t; then nginx -s reload && rm ${file.path}.off; else mv ${file.path}.off ${file.path}; fi`,
      ),
    ],
    notes: [
      WEB_SERVER_REFUSES,
      '`allow` and `deny` look at the restored address: together with `set_real_ip_from` they would refuse every visitor. Hence the test of `$realip_remote_addr`.',
      'If `real_ip_header` is already set at this level, `nginx -t` calls it a duplicate: keep one.',
      'Server blocks for certificate challenges that do not pass through Cloudflare need to stay open.',
      familyNote(input, 'refused'),
    ],
    refresh: refreshBundle({
      id: 'nginx',
      title: 'nginx',
      input,
      shell: fileLoader({ targets: [file], test: 'nginx -q -t', reload: 'nginx -s reload' }),
    }),
  };
}
