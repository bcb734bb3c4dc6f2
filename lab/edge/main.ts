import { createInterface } from 'node:readline';
import { Edge } from './edge.ts';
import type { Probe } from './probe.ts';

/** The edge as a program: a probe as JSON on each line of its input, a result on a line of its output, in any order. */
const edge = new Edge();
createInterface({ input: process.stdin }).on('line', (line) => {
  const { id, probe } = JSON.parse(line) as { id: number; probe: Probe };
  void edge.ask(probe).then((result) => {
    process.stdout.write(`${JSON.stringify({ id, result })}\n`);
  });
});
