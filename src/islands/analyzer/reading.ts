import { analysis } from '../../domain/analyzer/analyze.ts';
import type { Reader } from '../../domain/analyzer/compile.ts';
import type { Analysis } from '../../domain/analyzer/model.ts';

/** Longest time that reading keeps the page from answering, in milliseconds. */
const SLICE_MS = 12;

/** A reading under way. */
export interface Reading {
  /** Undefined when it was cancelled. */
  readonly done: Promise<Analysis | undefined>;
  readonly cancel: () => void;
}

/** Lets the page answer first. A message comes back at once; timers are slowed down when nested. */
function turn(): Promise<void> {
  return new Promise((resolve) => {
    const { port1, port2 } = new MessageChannel();
    port1.onmessage = () => {
      port1.close();
      resolve();
    };
    port2.postMessage(undefined);
  });
}

/**
 * Reads a text in slices, so that the page stays usable meanwhile.
 * @param onProgress told the part that has been read, from 0 to 1
 */
export function startReading(text: string, reader: Reader, onProgress: (part: number) => void): Reading {
  let cancelled = false;
  const read = async (): Promise<Analysis | undefined> => {
    const steps = analysis(text, reader);
    for (;;) {
      const end = performance.now() + SLICE_MS;
      while (performance.now() < end) {
        const step = steps.next();
        if (step.done === true) return step.value;
        onProgress(text.length === 0 ? 1 : step.value / text.length);
      }
      await turn();
      if (cancelled) return undefined;
    }
  };
  return {
    done: read(),
    cancel: () => {
      cancelled = true;
    },
  };
}
