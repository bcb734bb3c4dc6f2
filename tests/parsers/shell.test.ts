import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { PLATFORM_GENERATORS } from '../../src/domain/firewall/registry.ts';
import { bundles, CHOICES, generatedFor, INPUT, placed, script } from './generated.ts';
import { inSandbox, run, withFiles } from '../../src/knowledge/parsers/sandbox.ts';
import { parserTest } from './parser-test.ts';

const all = PLATFORM_GENERATORS.flatMap(({ id, generate }) =>
  [INPUT, ...CHOICES].flatMap((input, index) =>
    bundles(generate(input)).map(([part, bundle]) => ({
      name: `${id} ${part}${index === 0 ? '' : `, choice ${String(index)}`}`,
      bundle,
    })),
  ),
);
const shells = all.flatMap(({ name, bundle }) => [
  ...(['apply', 'check', 'undo'] as const).map((step) => ({
    name: `${name} ${step}`,
    text: `${script(bundle[step])}\n`,
  })),
  ...bundle.files
    .filter(({ lang }) => lang === 'sh')
    .map(({ text, path }) => ({ name: `${name} ${path ?? ''}`, text })),
]);

describe.each(shells)('$name', ({ text }) => {
  parserTest('sh -n', { tools: ['sh'] }, () => {
    expect(run(['sh', '-n'], text)).toEqual({ status: 0, output: '' });
  });

  parserTest('shellcheck', { tools: ['shellcheck'] }, () => {
    // SC2016: single quotes keep dollars on purpose.
    expect(run(['shellcheck', '--shell=sh', '--exclude=SC2016', '-'], text)).toEqual({ status: 0, output: '' });
  });
});

describe.each(all.filter(({ bundle }) => bundle.files.some(({ lang }) => lang === 'systemd')))(
  '$name',
  ({ bundle }) => {
    parserTest('systemd-analyze verify', { tools: ['systemd-analyze'], sandbox: true }, () => {
      const units = bundle.files.filter(({ lang }) => lang === 'systemd').map(({ path }) => path ?? '');
      const { output, status } = inSandbox(placed(bundle.files), `systemd-analyze verify --man=no ${units.join(' ')}`);
      expect({ output, status }).toEqual({ output: '', status: 0 });
    });
  },
);

describe('AWS', () => {
  const { files } = generatedFor('aws');

  it('is JSON that holds each range once', () => {
    const lists = files.map(({ text }) => JSON.parse(text) as { Entries: { Cidr: string }[]; MaxEntries: number });
    expect(lists.flatMap(({ Entries }) => Entries.map(({ Cidr }) => Cidr))).toEqual([...INPUT.ipv4, ...INPUT.ipv6]);
    for (const { Entries, MaxEntries } of lists) expect(MaxEntries).toBeGreaterThanOrEqual(Entries.length);
  });

  parserTest('aws takes the JSON', { tools: ['aws'] }, () => {
    withFiles(
      files.map((file) => ({ ...file, path: file.path ?? '' })),
      (folder) => {
        for (const { path } of files) {
          const { status, output } = run(
            [
              'aws',
              'ec2',
              'create-managed-prefix-list',
              '--cli-input-json',
              `file://${join(folder, path ?? '')}`,
              '--generate-cli-skeleton',
              'output',
            ],
            '',
            {
              AWS_DEFAULT_REGION: 'eu-central-1',
              AWS_CONFIG_FILE: '/dev/null',
              AWS_SHARED_CREDENTIALS_FILE: '/dev/null',
            },
          );
          expect(output).toContain('PrefixListId');
          expect(status).toBe(0);
        }
      },
    );
  });
});
