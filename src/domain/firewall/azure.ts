import { cloudChanges, cloudLooks } from './command.ts';
import type { CheckedInput, Generated } from './model.ts';
import { ADDS_ONLY, familyNote, STILL_OPEN } from './notes.ts';
import { forOwn } from './own.ts';

const RULES = [
  { family: 'ipv4', name: 'AllowCloudflareIPv4', priority: 200 },
  { family: 'ipv6', name: 'AllowCloudflareIPv6', priority: 201 },
] as const;

const PLACE = ['resources=my-resource-group', 'group=my-nsg'];
const AT = '--resource-group "$resources" --nsg-name "$group"';

/** Azure: one rule of a network security group for each family; creating a rule that exists replaces it. */
export function azure(input: CheckedInput): Generated {
  const rules = [
    ...RULES.filter(({ family }) => input.families.includes(family)).map(({ family, ...rule }) => ({
      ...rule,
      ports: input.ports,
      ranges: input[family],
    })),
    ...forOwn(input, ({ range, ports }) => ({ name: 'AllowOwnAddress', priority: 202, ports, ranges: [range] })),
  ];
  return {
    files: [],
    apply: [
      cloudChanges(
        'Make the rules, or bring them up to date; put your own names first',
        ...PLACE,
        ...rules.map(
          ({ name, priority, ports, ranges }) =>
            `az network nsg rule create ${AT} --name ${name} --priority ${String(priority)} \\
  --direction Inbound --access Allow --protocol Tcp --destination-port-ranges ${ports.join(' ')} \\
  --source-address-prefixes ${ranges.join(' ')}`,
        ),
      ),
    ],
    check: [cloudLooks('The rules in their order', ...PLACE, `az network nsg rule list ${AT} --output table`)],
    undo: [
      cloudChanges(
        'Remove the rules',
        ...PLACE,
        ...rules.map(({ name }) => `az network nsg rule delete ${AT} --name ${name}`),
      ),
    ],
    notes: [
      ADDS_ONLY,
      STILL_OPEN,
      familyNote(input),
      `The priorities ${rules.map(({ priority }) => priority).join(', ')} must be free, and smaller than that of any rule that denies: the smaller number wins.`,
      'Run the same lines again when Cloudflare’s list changes.',
      'A group may be attached to the subnet and another to the network card: both must let Cloudflare in.',
      'Written from Microsoft’s documentation of network security groups; not run, because it needs an account.',
    ],
  };
}
