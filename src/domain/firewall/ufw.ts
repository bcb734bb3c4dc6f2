import { changesTraffic, looks, words } from './command.ts';
import type { CheckedInput, Command, Generated } from './model.ts';
import { ADDS_ONLY, familyNote, STILL_OPEN } from './notes.ts';
import { forOwn } from './own.ts';
import { refreshBundle } from './refresh/bundle.ts';
import { ufwLoader, type UfwRule } from './refresh/ufw-loader.ts';

function ufwRule(input: CheckedInput): UfwRule {
  const on = input.interface === undefined ? '' : `in on ${input.interface} `;
  return { before: `${on}proto tcp from`, after: `to any port ${input.ports.join(',')}` };
}

function keepOwn(input: CheckedInput, verb: string, does: string, comment = ''): Command[] {
  return forOwn(input, ({ range, ports }) =>
    changesTraffic(does, `ufw ${verb} proto tcp from ${range} to any port ${ports.join(',')}${comment}`),
  );
}

/** ufw: one rule for each range, put in front; ufw skips those that exist. */
export function ufw(input: CheckedInput): Generated {
  const rule = ufwRule(input);
  const each = (does: string): string =>
    `for range in ${words(input)}; do\n  ufw ${does.replace('RULE', `${rule.before} "$range" ${rule.after}`)}\ndone`;
  return {
    files: [],
    apply: [
      ...keepOwn(input, 'prepend allow', 'Keep your own way in', ' comment own-address'),
      looks('Try it: nothing is changed', each('--dry-run prepend allow RULE comment Cloudflare >/dev/null || break')),
      changesTraffic('Put the rules in front', each('prepend allow RULE comment Cloudflare')),
    ],
    check: [looks('Rules in their order', 'ufw status numbered')],
    undo: [
      changesTraffic('Remove exactly these rules', each('delete allow RULE')),
      ...keepOwn(input, 'delete allow', 'Remove the rule for your own address'),
    ],
    notes: [
      ADDS_ONLY,
      STILL_OPEN,
      familyNote(input),
      'If `ufw status` says inactive, the rules wait. Do not switch ufw on before a rule for your SSH port exists.',
      'ufw skips a rule that exists, wherever it stands. If one of these stands below a limit or a deny, delete it first.',
      'A ban by fail2ban stays: these rules do not lift it.',
      'IPv6 rules need `IPV6=yes` in `/etc/default/ufw`, which is the default.',
      'Ports that Docker publishes do not pass through these rules.',
    ],
    refresh: refreshBundle({ id: 'ufw', title: 'ufw', input, shell: ufwLoader(rule, input) }),
  };
}
