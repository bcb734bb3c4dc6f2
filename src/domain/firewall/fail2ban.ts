import { configures, looks } from './command.ts';
import type { CheckedInput, Generated } from './model.ts';
import { familyNote } from './notes.ts';
import { forOwn } from './own.ts';
import { refreshBundle } from './refresh/bundle.ts';
import { fileLoader, type Target } from './refresh/file-loader.ts';
import { renderTemplate } from './template.ts';

const target = (input: CheckedInput): Target => ({
  path: '/etc/fail2ban/jail.d/cloudflare.local',
  template: [
    '[DEFAULT]',
    'ignoreip = 127.0.0.1/8 ::1',
    ...forOwn(input, ({ range }) => `    ${range}`),
    { each: 'ipv4', before: '    ', after: '' },
    { each: 'ipv6', before: '    ', after: '' },
  ],
});

/** fail2ban: the addresses that no jail may ban, and nothing else. */
export function fail2ban(input: CheckedInput): Generated {
  const file = target(input);
  return {
    files: [{ path: file.path, purpose: 'Never banned', lang: 'ini', text: renderTemplate(file.template, input) }],
    apply: [
      looks(
        'See what is ignored so far, and add your own addresses to the file',
        'fail2ban-client get sshd ignoreip; grep -rn ignoreip /etc/fail2ban/jail.*',
      ),
      configures('Test, then reload; bans that exist stay', 'fail2ban-client -t && fail2ban-client reload'),
    ],
    check: [looks('The ranges are listed', 'fail2ban-client get sshd ignoreip')],
    undo: [configures('Remove the file', `rm ${file.path}`, 'fail2ban-client -t && fail2ban-client reload')],
    notes: [
      'This replaces an `ignoreip` of `jail.local`: copy the addresses that stand there into the second line, also in the script of the timer. A jail with an `ignoreip` of its own keeps that.',
      'An address that is already banned stays banned: `fail2ban-client unban ADDRESS`.',
      'It opens no port and touches no rule. Restore the visitors’ addresses in the web server too, or the jails no longer see who misbehaves.',
      familyNote(input),
    ],
    refresh: refreshBundle({
      id: 'fail2ban',
      title: 'fail2ban',
      input,
      shell: fileLoader({ targets: [file], test: 'fail2ban-client -t', reload: 'fail2ban-client reload' }),
    }),
  };
}
