import { join } from 'node:path';
import { beforeAll, describe, expect, it } from 'vitest';
import type { Repair } from '../domain/troubleshooter/repair.ts';
import { MARK_KEYS } from '../domain/troubleshooter/walk.ts';
import { toGraph } from './graph.ts';
import { loadKnowledge } from './load.ts';
import type { Knowledge } from './model.ts';
import { toRepair } from './repair.ts';

/** Reading the whole content takes a second, and more on a busy machine; in milliseconds. */
const SLOW = 60_000;

let knowledge: Knowledge;
const repairs = new Map<string, Repair>();

beforeAll(() => {
  const loaded = loadKnowledge(join(process.cwd(), 'content'), '2026-11-21');
  if (loaded.knowledge === undefined) throw new Error('the content has errors; `npm run check` names them');
  knowledge = loaded.knowledge;
  for (const [id, cause] of knowledge.causes) repairs.set(id, toRepair(cause, knowledge));
}, SLOW);

describe('the repair of each cause', () => {
  it('has something to do now', () => {
    for (const [id, { now }] of repairs) expect(now.length, id).toBeGreaterThan(0);
  });

  it('says of every command where it runs and what it changes, and leaves no placeholder', () => {
    for (const [id, { now, later }] of repairs) {
      for (const { commands } of [...now, ...later]) {
        for (const command of commands) {
          expect(command.caption, id).toMatch(/^(On|In) .*(Changes|changes) .*\.$/);
          expect(command.run, id).not.toMatch(/\{\{|\[\^/);
        }
      }
    }
  });

  it('keeps dangers and the way back', () => {
    const filter = repairs.get('fw-drop-cloudflare');
    const [first] = filter?.now ?? [];
    const of = (platform: string) => first?.commands.find((command) => command.platform === platform);
    expect(of('iptables')?.undo).toBe('the same lines with -D instead of -I');
    expect(of('iptables')?.run).toMatch(/-I INPUT.*-j ACCEPT; done$/);
    expect(of('firewalld')?.danger).toMatch(/--permanent/);
  });

  it('sends for the message to the host to the end itself, not to another page with another text', () => {
    const steps = [...repairs.values()].flatMap(({ now, later }) => [...now, ...later]);
    expect(steps.filter((step) => step.do.includes('guide:ask-your-host'))).toEqual([]);
    expect(steps.some((step) => step.do.includes('[this message](page:#help-h)'))).toBe(true);
  });

  it('names only platforms that the graph knows', () => {
    const known = toGraph(knowledge).platforms;
    for (const { now, later } of repairs.values())
      for (const { platform } of [...now, ...later].flatMap(({ commands }) => commands))
        if (platform !== undefined) expect(known).toHaveProperty([platform]);
  });
});

describe('names in an address', () => {
  it('no question has the name of a mark or of the findings', () => {
    for (const key of [...MARK_KEYS, 'seen']) expect([...knowledge.questions.keys()]).not.toContain(key);
  });
});
