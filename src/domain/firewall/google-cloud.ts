import { cloudChanges, cloudLooks } from './command.ts';
import type { CheckedInput, Generated } from './model.ts';
import { ADDS_ONLY, familyNote, STILL_OPEN } from './notes.ts';
import { forOwn } from './own.ts';

const NAME = { ipv4: 'allow-cloudflare-ipv4', ipv6: 'allow-cloudflare-ipv6' } as const;
const OWN = 'allow-own-address';

/** Google Cloud: one VPC firewall rule for each family, made or brought up to date. */
export function googleCloud(input: CheckedInput): Generated {
  const rule = (ports: readonly number[]): string => ports.map((port) => `tcp:${String(port)}`).join(',');
  const names = [...input.families.map((family) => NAME[family]), ...forOwn(input, () => OWN)];
  return {
    files: [],
    apply: [
      cloudChanges(
        'Make the rules, or bring them up to date; put the name of your network first',
        'network=default',
        'allow() {',
        '  if gcloud compute firewall-rules describe "$1" >/dev/null 2>&1; then',
        '    gcloud compute firewall-rules update "$1" --source-ranges="$2" --rules="$3"',
        '  else',
        '    gcloud compute firewall-rules create "$1" --network="$network" --direction=INGRESS --action=ALLOW \\',
        '      --priority=900 --source-ranges="$2" --rules="$3"',
        '  fi',
        '}',
        ...input.families.map((family) => `allow ${NAME[family]} ${input[family].join(',')} ${rule(input.ports)}`),
        ...forOwn(input, ({ range, ports }) => `allow ${OWN} ${range} ${rule(ports)}`),
      ),
    ],
    check: [
      cloudLooks(
        'The ranges in force',
        ...names.map((name) => `gcloud compute firewall-rules describe ${name} --format='value(sourceRanges.list())'`),
      ),
    ],
    undo: [cloudChanges('Remove the rules', `gcloud compute firewall-rules delete ${names.join(' ')}`)],
    notes: [
      ADDS_ONLY,
      STILL_OPEN,
      familyNote(input),
      'One rule cannot hold both families. A smaller priority number wins: 900 comes before the usual 1000.',
      'The rules cover every machine of the network; `--target-tags` narrows them.',
      'Run the same lines again when Cloudflare’s list changes. A hierarchical firewall policy above is a second filter.',
    ],
  };
}
