import type { Problem } from '../problem.ts';
import { fencesIn } from './inline.ts';
import { at, type Context } from './rule.ts';
import { inBody } from './texts.ts';

type Told = Pick<Problem, 'expected' | 'remedy'>;

/** What a rule about commands needs to know of one. */
export interface Command {
  readonly run: string;
  readonly changes?: string | undefined;
  readonly danger?: string | undefined;
  readonly platform?: string | undefined;
}

/** A command in its place. */
export interface Block {
  readonly command: Command;
  /** All commands of the same step or check, this one included. */
  readonly step: readonly Command[];
  readonly tell: (told: Told) => Problem;
}

type Place = Parameters<typeof at>[1];

function blocksOf(context: Context, step: readonly Command[], place: Place): Block[] {
  return step.map((command, index) => ({
    command,
    step,
    tell: (told) => at(context, { ...place, path: [...place.path, index, 'run'] }, told),
  }));
}

/** Every command that readers may copy: of checks, of the steps of causes, and fenced in bodies. */
export function* allCommands(context: Context): Generator<Block> {
  for (const [id, { commands }] of context.knowledge.checks)
    yield* blocksOf(context, commands, { collection: 'checks', id, path: ['commands'] });
  for (const [id, { fix }] of context.knowledge.causes) {
    for (const when of ['immediate', 'short', 'long'] as const) {
      for (const [index, { run }] of fix[when].entries())
        yield* blocksOf(context, run, { collection: 'causes', id, path: ['fix', when, index, 'run'] });
    }
  }
  for (const entry of context.raw.values()) {
    for (const { offset, code, meta } of fencesIn(entry.body ?? '')) {
      const command = { run: code, changes: meta.changes, danger: meta.danger };
      yield { command, step: [command], tell: (told) => inBody(entry, offset, told) };
    }
  }
}
