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

// Before 2.5 `set-src` changes the address of the whole connection, so who calls is judged once, when it opens.
const frontend = (input: CheckedInput): string => `    acl from_cloudflare src -f ${TARGET.path}
    acl from_self src ${['127.0.0.0/8 ::1', ...forOwn(input, ({ range }) => range)].join(' ')}
    tcp-request session set-var(sess.cloudflare) bool(true) if from_cloudflare
    tcp-request session set-var(sess.self) bool(true) if from_self
    acl by_cloudflare var(sess.cloudflare) -m bool
    acl by_self var(sess.self) -m bool
    http-request deny deny_status 403 if !by_cloudflare !by_self
    http-request set-src hdr(CF-Connecting-IP) if by_cloudflare
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
    undo: [configures('Take the eight lines out again, then', `${test} && ${reload} && rm ${TARGET.path}`)],
    notes: [
      WEB_SERVER_REFUSES,
      'Who calls is judged once for each connection: before 2.5 `set-src` changes its address, and an acl on `src` alone refuses all after the first request. Run with 2.4.0 and 2.6.12.',
      'Before 2.5, offer Cloudflare no HTTP/2 (no `h2` in `alpn`): requests at the same time share one address there, in the log too.',
      'A frontend in `mode tcp` takes the two acls on `src` and `tcp-request connection reject if !from_cloudflare !from_self` alone.',
      familyNote(input, 'refused'),
    ],
    refresh: refreshBundle({
      id: 'haproxy',
      title: 'HAProxy',
      input,
      shell: fileLoader({ targets: [TARGET], test, reload }),
    }),
  };
}
