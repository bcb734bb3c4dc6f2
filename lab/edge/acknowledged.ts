import { execFile } from 'node:child_process';

/**
 * Bytes that a connection has sent without an acknowledgement, out of a line of `ss -tnHO`.
 * @returns undefined when the connection is not listed
 */
export function unacknowledged(line: string): number | undefined {
  const [, , sendQueue] = line.trim().split(/\s+/);
  return sendQueue === undefined ? undefined : Number(sendQueue);
}

/** Whether the far side has acknowledged all that a local port has sent. */
export function isAcknowledged(port: number): Promise<boolean> {
  return new Promise((resolve) => {
    execFile('ss', ['-tnHO', `sport = :${String(port)}`], (_error, output) => {
      // A connection that is gone waits for nothing any more.
      resolve((unacknowledged(output) ?? 0) === 0);
    });
  });
}
