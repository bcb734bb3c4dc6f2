import { allCommands, type Block } from './commands.ts';
import type { Rule } from './rule.ts';

interface Peril {
  readonly when: (block: Block) => boolean;
  readonly expected: string;
  readonly remedy: string;
}

const matches =
  (pattern: RegExp) =>
  (block: Block): boolean =>
    pattern.test(block.command.run);
const unwarned =
  (pattern: RegExp) =>
  (block: Block): boolean =>
    block.command.danger === undefined && pattern.test(block.command.run);
const KILL = /\b(?:kill|pkill|killall)\s+(?:-\S+\s+)*?(?:-9|-KILL|-SIGKILL|-s\s*(?:9|KILL|SIGKILL))\b/;

/** Lets IPv4 in and forgets IPv6, for the same platform. Routes are no allow rules. */
function oneFamily({ command, step }: Block): boolean {
  if (command.changes === 'nothing' || /\bip (?:route|rule)\b/.test(command.run) || !/\{\{ipv4,?\}\}/.test(command.run))
    return false;
  return !step.some((other) => other.platform === command.platform && /\{\{ipv6,?\}\}/.test(other.run));
}

/** `{{word}}` that is neither a list of ours nor part of a Go template such as docker's `{{.Names}}`. */
function unknownPlaceholder({ command }: Block): boolean {
  return [...command.run.matchAll(/\{\{([a-z0-9_, -]*)\}\}/gi)].some(
    ([, name = '']) => !/^(?:ipv[46],?|end|else|json \.)$/.test(name),
  );
}

const PERILS: readonly Peril[] = [
  {
    when: matches(/\bip6?tables\b[^\n;|&]*\s(?:-A|--append)\s+INPUT\b[^\n;|&]*\s(?:-j|--jump)\s+ACCEPT\b/),
    expected: 'expected an allow rule inserted above the rules that drop, found one appended to INPUT',
    remedy: 'use -I INPUT; an appended rule is never reached after one that drops',
  },
  {
    when: ({ command }) =>
      command.run.split('\n').some((line) => KILL.test(line) && /php-?(?:\d[\d.]*-?)?fpm(?!: pool)/i.test(line)),
    expected: 'expected the PHP-FPM master to be stopped through its service, found a kill -9 aimed at it',
    remedy: 'use systemctl restart, or signal the pool workers only',
  },
  {
    when: unwarned(/\bufw\s+(?:--force\s+)?disable\b/),
    expected: 'expected a danger text, because "ufw disable" opens every port',
    remedy: 'say in danger what can go wrong, or allow the ranges instead',
  },
  {
    when: unwarned(/\bip6?tables\b[^\n;|&]*\s(?:-F|--flush)\b/),
    expected: 'expected a danger text, because flushing iptables can lock the reader out under a drop policy',
    remedy: 'say in danger what can go wrong, or remove the one rule instead',
  },
  {
    when: matches(
      /\b(?:curl|wget)\b[^\n;&]*\|\s*(?:sudo\s+(?:-\S+\s+)*)?(?:\/\S*\/)?(?:ba|da|z|k)?sh\b|\b(?:ba|da|z|k)?sh\s+(?:-c\s+["']?\$|<)\(\s*(?:curl|wget)\b/,
    ),
    expected: 'expected a script to be read before it is run, found a download piped into a shell',
    remedy: 'download it to a file, look at it, then run it',
  },
  {
    when: oneFamily,
    expected: 'expected both address families, found {{ipv4}} without {{ipv6}} in this step',
    remedy: 'add the same for {{ipv6}}; visitors are served over both',
  },
  {
    when: unknownPlaceholder,
    expected: 'expected only the placeholders {{ipv4}}, {{ipv6}}, {{ipv4,}} and {{ipv6,}}, found another',
    remedy: 'correct its spelling, or write the value itself',
  },
];

/** No command that we print harms the reader who pastes it. */
export const danger: Rule = (context) =>
  [...allCommands(context)].flatMap((block) =>
    PERILS.filter(({ when }) => when(block)).map(({ expected, remedy }) => block.tell({ expected, remedy })),
  );
