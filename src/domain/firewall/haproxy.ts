import { configures, looks } from './command.ts';
import type { CheckedInput, Generated } from './model.ts';
import { familyNote, WEB_SERVER_REFUSES } from './notes.ts';
import { forOwn } from './own.ts';
import { refreshBundle } from './refresh/bundle.ts';
import { fileLoader, type Target } from './refresh/file-loader.ts';
import { renderTemplate } from './template.ts';

const TARGET: Target = {
  path: '/etc/haproxy/cloudflare.lst',
  template: [
    { each: 'ipv4', before: '', after: '' },
    { each: 'ipv6', before: '', after: '' },
  ],
};

const frontend = (input: CheckedInput): string => `    acl from_cloudflare src -f ${TARGET.path}
    acl from_self src ${['127.0.0.0/8 ::1', ...forOwn(input, ({ range }) => range)].join(' ')}
    http-request deny deny_status 403 if !from_cloudflare !from_self
    http-request set-src hdr(CF-Connecting-IP) if from_cloudflare
`;

/** HAProxy: an acl from a file, a refusal, and the visitor's address restored. */
export function haproxy(input: CheckedInput): Generated {
  const test = 'haproxy -c -q -f /etc/haproxy/haproxy.cfg';
  const reload = 'systemctl reload haproxy';
  return {
    files: [
      { path: TARGET.path, purpose: 'The ranges', lang: 'text', text: renderTemplate(TARGET.template, input) },
      { purpose: 'In the frontend, before its other http-request lines', lang: 'haproxy', text: frontend(input) },
    ],
    apply: [configures('Test, then reload', `${test} && ${reload}`)],
    check: [
      looks(
        'The log now shows visitors’ addresses',
        'journalctl -u haproxy -n 5 --no-pager; tail -n 5 /var/log/haproxy.log',
      ),
    ],
    undo: [configures('Take the four lines out again, then', `${test} && ${reload}`, `rm ${TARGET.path}`)],
    notes: [
      WEB_SERVER_REFUSES,
      'The order matters: after `set-src` the acl sees the visitor’s address and matches no longer.',
      'A frontend in `mode tcp` takes `tcp-request connection reject if !from_cloudflare !from_self` instead, and no `set-src`.',
      familyNote(input),
    ],
    refresh: refreshBundle({
      id: 'haproxy',
      title: 'HAProxy',
      input,
      shell: fileLoader({ targets: [TARGET], test, reload }),
    }),
  };
}
