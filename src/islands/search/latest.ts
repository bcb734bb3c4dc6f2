/**
 * Runs a slow task for the newest input: one run at a time, and of the inputs that arrive meanwhile only the last one is
 * kept. So nothing waits for a fixed pause, and no stale input is worked on.
 * @param done gets every result; an input is stale when a newer one follows
 */
export function latestOnly<In, Out>(
  task: (input: In) => Promise<Out>,
  done: (input: In, result: Out) => void,
  failed: (reason: unknown) => void,
) {
  let waiting: { readonly input: In } | undefined;
  let busy = false;
  const next = (): void => {
    const job = waiting;
    if (busy || job === undefined) return;
    waiting = undefined;
    busy = true;
    task(job.input)
      .then((result) => {
        if (waiting === undefined) done(job.input, result);
      }, failed)
      .finally(() => {
        busy = false;
        next();
      });
  };
  return (input: In): void => {
    waiting = { input };
    next();
  };
}
