import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parse } from 'yaml';
import { z } from 'zod';
import { LAB } from '../world/folder.ts';

const server = z.strictObject({
  id: z.string(),
  version: z.string(),
  files: z.array(z.strictObject({ path: z.string().startsWith('/'), text: z.string() })),
  start: z.string(),
  ready: z.string(),
});

/** A server that an origin can run, as lab/servers.yaml describes it. */
export type Server = z.infer<typeof server>;

/** All servers by id. */
export function readServers(): ReadonlyMap<string, Server> {
  const list = z.array(server).parse(parse(readFileSync(join(LAB, 'servers.yaml'), 'utf8')));
  return new Map(list.map((entry) => [entry.id, entry]));
}
