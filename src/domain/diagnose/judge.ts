/** What a report of diagnose.sh says, as far as it is judged. */
export interface Said {
  /** Ids of the symptoms, most telling first. */
  readonly symptoms: readonly string[];
  /** Whether it says that nothing on this host explains the error. */
  readonly outside: boolean;
}

/** What was done to the origin on which the script ran. */
export interface Injected {
  /** Nothing: the origin is healthy, or a popular cause changes nothing. */
  readonly control: boolean;
  /** Whether a program on the origin can see the fault; decided before anything was measured. */
  readonly visible: 'host' | 'outside';
  /** Symptoms that decide for the cause or support it. */
  readonly supports: ReadonlySet<string>;
}

/** Symptoms of faults that a reader is taken to read; one of them must point to the cause. */
const READ = 3;

/** Symptoms that say that something is wrong, most telling first. @param isFault whether the id is that of a fault */
export function accusations({ symptoms }: Said, isFault: (id: string) => boolean): string[] {
  return symptoms.filter(isFault).slice(0, READ);
}

/**
 * Whether a report is right about what was injected: it accuses nothing where nothing is wrong; it names a symptom of the
 * cause among its first three where the host can see it; else it says "outside this host", which the script does while it accuses
 * nothing of the host: what it saw of the way between may stand beside.
 */
export function isRight(said: Said, injected: Injected, isFault: (id: string) => boolean): boolean {
  const accused = accusations(said, isFault);
  if (injected.control) return accused.length === 0;
  if (injected.visible === 'outside') return said.outside;
  return accused.some((id) => injected.supports.has(id));
}
