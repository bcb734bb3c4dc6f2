/** One command of a repair, as an end shows it. */
export interface RepairCommand {
  readonly platform?: string | undefined;
  /** Where it runs, as whom, in which file, and what it changes. */
  readonly caption: string;
  readonly run: string;
  readonly undo?: string | undefined;
  readonly danger?: string | undefined;
}

export interface RepairStep {
  readonly do: string;
  readonly commands: readonly RepairCommand[];
}

/** The repair of one cause, fetched when an end shows it. */
export interface Repair {
  readonly warnings: readonly string[];
  /** Stops the error; where no step does, the first that repairs the fault. */
  readonly now: readonly RepairStep[];
  /** Repairs the fault, and keeps it from coming back. */
  readonly later: readonly RepairStep[];
  readonly prevent: readonly string[];
  /** Checks to repeat afterwards. */
  readonly repeat: readonly { readonly id: string; readonly title: string }[];
}
