import { cloudChanges, cloudLooks, forEach } from './command.ts';
import type { CheckedInput, Family, GeneratedFile, Generated } from './model.ts';
import { ADDS_ONLY, familyNote, STILL_OPEN } from './notes.ts';
import { forOwn, type Own } from './own.ts';

const NAME = { ipv4: 'cloudflare-ipv4', ipv6: 'cloudflare-ipv6' } as const;
const ROOM = 5;

function listFile(family: Family, input: CheckedInput): GeneratedFile {
  const list = {
    PrefixListName: NAME[family],
    AddressFamily: family === 'ipv4' ? 'IPv4' : 'IPv6',
    // Counts in full against the rules of a security group, once for each port: a little room, not more.
    MaxEntries: input[family].length + ROOM,
    Entries: input[family].map((Cidr) => ({ Cidr, Description: 'Cloudflare' })),
  };
  return {
    path: `${NAME[family]}.json`,
    purpose: `Managed prefix list, ${list.AddressFamily}`,
    lang: 'json',
    text: `${JSON.stringify(list, null, 2)}\n`,
  };
}

const find = (family: Family, query: string): string =>
  `aws ec2 describe-managed-prefix-lists --filters Name=prefix-list-name,Values=${NAME[family]} --query 'PrefixLists[0].${query}' --output text`;

const rule = (verb: string, port: number): string =>
  `aws ec2 ${verb}-security-group-ingress --group-id "$group" --ip-permissions "IpProtocol=tcp,FromPort=${String(port)},ToPort=${String(port)},PrefixListIds=[{PrefixListId=$list}]"`;

function ownRules(verb: string, { family, range, ports }: Own): string {
  const source = family === 'ipv4' ? `IpRanges=[{CidrIp=${range}}]` : `Ipv6Ranges=[{CidrIpv6=${range}}]`;
  return [
    `for port in ${ports.join(' ')}; do`,
    `  aws ec2 ${verb}-security-group-ingress --group-id "$group" --ip-permissions "IpProtocol=tcp,FromPort=$port,ToPort=$port,${source}"`,
    'done',
  ].join('\n');
}

/** AWS: two managed prefix lists, and ingress rules of a security group that refer to them. */
export function aws(input: CheckedInput): Generated {
  const each = (...body: string[]): string[] => [
    'group=sg-0123456789abcdef0',
    ...input.families.flatMap((family) => [`list=$(${find(family, 'PrefixListId')})`, ...body]),
  ];
  const [first = 'ipv4'] = input.families;
  const rules = (input[first].length + ROOM) * input.ports.length;
  return {
    files: input.families.map((family) => listFile(family, input)),
    apply: [
      cloudChanges(
        'Make the lists, unless they exist, and wait until they are ready',
        ...forEach(
          'name',
          input.families.map((family) => NAME[family]),
          [
            'filter="Name=prefix-list-name,Values=$name"',
            'list=$(aws ec2 describe-managed-prefix-lists --filters "$filter" --query \'PrefixLists[0].PrefixListId\' --output text)',
            '[ "$list" != None ] || aws ec2 create-managed-prefix-list --cli-input-json "file://$name.json"',
            'for _ in 1 2 3 4 5 6 7 8 9 10; do',
            '  state=$(aws ec2 describe-managed-prefix-lists --filters "$filter" --query \'PrefixLists[0].State\' --output text)',
            '  case $state in *complete) break ;; esac',
            '  sleep 3',
            'done',
            'echo "$name: $state"',
          ],
        ),
      ),
      cloudChanges(
        'Let the lists in; put the id of your security group first',
        ...each(...input.ports.map((port) => rule('authorize', port))),
        ...forOwn(input, (own) => ownRules('authorize', own)),
      ),
    ],
    check: [
      cloudLooks(
        'The rules, and the ranges in the lists',
        'aws ec2 describe-security-group-rules --filters Name=group-id,Values=sg-0123456789abcdef0 --output table',
        ...input.families.map(
          (family) =>
            `aws ec2 get-managed-prefix-list-entries --prefix-list-id "$(${find(family, 'PrefixListId')})" --output table`,
        ),
      ),
    ],
    undo: [
      cloudChanges(
        'Remove the rules, then the lists',
        ...each(
          ...input.ports.map((port) => rule('revoke', port)),
          'aws ec2 delete-managed-prefix-list --prefix-list-id "$list"',
        ),
        ...forOwn(input, (own) => ownRules('revoke', own)),
      ),
    ],
    notes: [
      ADDS_ONLY,
      STILL_OPEN,
      familyNote(input),
      `A list counts with its maximum, not with its content, and once for each port: ${String(rules)} rules for ${first === 'ipv4' ? 'IPv4' : 'IPv6'} here. The usual quota of a security group is 60 for each family.`,
      'Run again, the second step answers `InvalidPermission.Duplicate` and changes nothing.',
      'When Cloudflare’s list changes, use `aws ec2 modify-managed-prefix-list` with `--current-version`, `--add-entries` and `--remove-entries`: every rule follows.',
      'A network ACL in front of the subnet is a second filter: check it too.',
    ],
  };
}
