import { describe, expect, it } from 'vitest';
import { run } from '../world/process.ts';
import { labKnowledge } from './catalogue.ts';
import { differences } from './expect.ts';
import { shellQuote } from '../../src/domain/firewall/template.ts';
import { repairScripts } from './repair.ts';
import fc from 'fast-check';

const knowledge = labKnowledge();
const scripts = (id: string): string[] => {
  const scenario = knowledge.scenarios.get(id);
  return scenario === undefined ? [] : repairScripts(scenario, knowledge);
};

describe('the fix of a scenario', () => {
  it('is the page’s own commands with Cloudflare’s ranges in place', () => {
    const [script = ''] = scripts('iptables-drop');
    for (const range of [...knowledge.addresses.ipv4, ...knowledge.addresses.ipv6]) expect(script).toContain(range);
    expect(script).not.toContain('{{');
  });

  it('writes configuration to the file that the page names, then runs the commands', () => {
    const [write = '', restart = ''] = scripts('nginx-on-loopback');
    expect(write).toContain("'/etc/nginx/sites-available/default'");
    expect(restart).toContain('nginx -t && systemctl restart nginx');
  });

  it('puts in what a reader would', () => {
    expect(scripts('second-nft-table').join()).toContain('nft insert rule inet panel input');
  });

  it('is empty where nothing on the origin mends it', () => {
    expect(scripts('provider-firewall')).toEqual([]);
  });
});

describe('shellQuote', () => {
  it('gives a shell exactly the text back', async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.string({ unit: 'binary' }).filter((text) => !text.includes('\0') && text.isWellFormed()),
        async (text) => {
          expect((await run(['sh', '-c', `printf '%s' ${shellQuote(text)}`])).output).toBe(text);
        },
      ),
      { numRuns: 40 },
    );
  });
});

describe('differences', () => {
  const result = (code: string) =>
    ({ code, event: 'refused', stage: 'tcp', errno: '', certainty: 'documented', ms: 1, truncated: false }) as const;

  it('finds none when all is as expected, and each kind otherwise', () => {
    expect(differences([result('521')], { codes: ['521'], event: 'refused' })).toEqual([]);
    expect(differences([result('522')], { codes: ['521'] })).toEqual([
      expect.stringContaining('expected 521, got 522'),
    ]);
    expect(differences([result('521')], { codes: ['521'], event: 'syn-unanswered' })).toHaveLength(1);
    expect(differences([result('521')], { codes: ['521'], truncated: true })).toHaveLength(1);
  });

  it('counts where chance decides', () => {
    const results = ['200', '521', '521'].map(result);
    expect(differences(results, { codes: ['200', '521'], counts: { '521': [2, 3] } })).toEqual([]);
    expect(differences(results, { codes: ['200', '521'], counts: { '521': [3, 3] } })).toHaveLength(1);
  });
});
