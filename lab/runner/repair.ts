import { shellQuote } from '../../src/domain/firewall/template.ts';
import { expandRanges } from '../../src/domain/text/command.ts';
import type { Knowledge } from '../../src/knowledge/model.ts';
import type { Repair, Scenario } from '../../src/knowledge/schemas/scenario.ts';
import { writing } from './writing.ts';

/** A page's command or configuration as a script. Configuration is written to its file; a script with a file is put there. */
function scriptOf(
  { run, lang, file }: { readonly run: string; readonly lang: string; readonly file?: string | undefined },
  repair: Repair,
): string {
  const target = repair.file ?? (file?.startsWith('/') === true ? file : undefined);
  if (target === undefined) return run;
  const put = writing(target, `${run}\n`, repair.write);
  return lang === 'sh' ? `${put} && chmod +x ${shellQuote(target)}` : put;
}

/**
 * The scripts of one step of a cause page, in order, as a reader would run them.
 * @throws when the page has no such step or no such command
 */
function scriptsOf(repair: Repair, scenario: Scenario, knowledge: Knowledge): string[] {
  const id = repair.cause ?? scenario.cause ?? '';
  const step = knowledge.causes.get(id)?.fix[repair.grade][repair.index];
  const name = `${id} ${repair.grade} ${String(repair.index)} ${repair.platform ?? ''}`;
  if (step === undefined) throw new Error(`${scenario.id}: there is no step ${name}`);
  const commands = step.run.filter(
    (command, index) =>
      (repair.platform === undefined || command.platform === repair.platform) && (repair.pick?.includes(index) ?? true),
  );
  const scripts = repair.by === undefined ? commands.map((command) => scriptOf(command, repair)) : [repair.by];
  if (scripts.length === 0)
    throw new Error(`${scenario.id}: the step ${name} has no command; say with "by" what it means`);
  return [...scripts, ...(repair.then === undefined ? [] : [repair.then])].map((script) => {
    const expanded = expandRanges(script, knowledge.addresses);
    return Object.entries(repair.replace).reduce((text, [from, to]) => text.replaceAll(from, to), expanded);
  });
}

/** All scripts that the fix of a scenario consists of; empty when it lies outside the origin. */
export function repairScripts(scenario: Scenario, knowledge: Knowledge): string[] {
  if (scenario.fix === undefined || scenario.fix === 'outside') return [];
  return scenario.fix.flatMap((repair) => scriptsOf(repair, scenario, knowledge));
}
