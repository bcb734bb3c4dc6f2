import { commandCaption, expandRanges } from '../domain/text/command.ts';
import { splitUndo } from '../domain/text/undo.ts';
import type { Repair, RepairCommand, RepairStep } from '../domain/troubleshooter/repair.ts';
import { CHANGE_NAMES } from '../domain/vocabulary.ts';
import { stepsOf } from './fix-steps.ts';
import { settle } from './graph.ts';
import type { Knowledge } from './model.ts';
import type { Cause, CauseStep } from './schemas/cause.ts';
import type { Command } from './schemas/common.ts';

/** What the line above a command says in the island: where it runs, for which platform, what it changes. */
export function captionOf(command: Command, knowledge: Pick<Knowledge, 'platforms'>): string {
  const { where, root, file, changes } = command;
  const platform = command.platform === undefined ? undefined : knowledge.platforms.get(command.platform)?.name;
  return `${commandCaption({ where, root, platform, file })} ${CHANGE_NAMES[changes]}`;
}

/** A step as an end tells it: there the message to the host is at hand, filled in. */
export function stepText({ do: text }: CauseStep, knowledge: Pick<Knowledge, 'figure'>): string {
  return settle(text.replaceAll('(guide:ask-your-host)', '(page:#help-h)'), knowledge.figure);
}

/** The repair of a cause as an end shows it: figures filled in, citations left to the cause's page. */
export function toRepair(cause: Cause, knowledge: Knowledge): Repair {
  const text = (source: string): string => settle(source, knowledge.figure);
  const command = (given: Command): RepairCommand => {
    const { run, undo } = splitUndo(given.run);
    return {
      platform: given.platform,
      caption: captionOf(given, knowledge),
      run: expandRanges(run, knowledge.addresses),
      undo: undo === undefined ? undefined : expandRanges(undo, knowledge.addresses),
      danger: given.danger === undefined ? undefined : text(given.danger),
    };
  };
  const step = (given: CauseStep): RepairStep => ({
    do: stepText(given, knowledge),
    commands: given.run.map(command),
  });
  const steps = stepsOf(cause);
  const urgent = Math.max(cause.fix.immediate.length, 1);
  return {
    warnings: cause.warnings.map(text),
    now: steps.slice(0, urgent).map(step),
    later: steps.slice(urgent).map(step),
    prevent: cause.prevent.map(text),
    repeat: cause.verifyChecks.map((id) => ({ id, title: text(knowledge.checks.get(id)?.title ?? id) })),
  };
}
