import { z } from 'zod';
import { code, id, text } from './common.ts';

const place = z.enum(['origin', 'router', 'edge']).default('origin').describe('the machine it runs on');

const action = z.strictObject({
  in: place,
  run: z.string().trim().min(1).describe('a shell script'),
  background: z.boolean().default(false).describe('goes on while the scenario runs; its output is dropped'),
});

const seconds = z.number().positive().max(1000);

const expectation = z
  .strictObject({
    codes: z.array(code).min(1).describe('every request gives one of these; quoted'),
    counts: z
      .record(code, z.tuple([z.int().min(0), z.int().min(0)]))
      .optional()
      .describe('for chance: how many requests may give a code, from and to'),
    event: z.string().optional().describe('what the edge must have met, one of lab/edge/events.ts'),
    truncated: z.boolean().optional().describe('whether the answer breaks off'),
  })
  .describe('what the edge must report');

const probe = z.strictObject({
  path: z.string().startsWith('/').default('/'),
  method: z.string().default('GET'),
  body: z.int().min(0).default(0).describe('bytes of the request’s body'),
  cookie: z.int().min(0).default(0).describe('bytes of a cookie, to make the request large'),
  from: z
    .enum(['edge', 'edge2', 'edge3', 'edge6', 'outsider'])
    .default('edge')
    .describe('source: three of Cloudflare’s IPv4 ranges, IPv6, or a stranger'),
  to: z
    .string()
    .default('ipv4')
    .describe('"ipv4" or "ipv6" for the origin’s address, another address, or "name" to ask the resolver'),
  host: z.string().default('www.example.com'),
  port: z.int().optional().describe('another port than the one of the mode'),
  mode: z.enum(['off', 'flexible', 'full', 'strict']).optional().describe('another mode than the scenario’s'),
  repeat: z.int().min(1).max(400).default(1).describe('requests'),
  parallel: z.int().min(1).max(100).default(1).describe('how many of them at a time'),
  pause: z.number().min(0).max(120).default(0).describe('seconds before each request'),
  keep: id.optional().describe('name of a connection that requests share'),
  h2: z.boolean().default(false),
  postQuantum: z.boolean().default(false),
  clientCertificate: z.boolean().default(false),
  clocks: z
    .partialRecord(z.enum(['connect', 'tls', 'write', 'ack', 'read']), seconds)
    .optional()
    .describe('seconds of scaled clocks for this probe, where the usual ones would decide wrongly'),
  expect: expectation.optional().describe('instead of the scenario’s'),
});

const evidence = z.strictObject({
  in: place,
  run: z.string().trim().min(1).describe('a command that shows the fault'),
  shows: z.string().min(1).describe('regular expression that a line of its output matches; flags im'),
  during: z.boolean().default(false).describe('asked again and again while the probes run, not after them'),
});

const repair = z.strictObject({
  cause: id.optional().describe('cause whose page has the fix, when not the scenario’s'),
  grade: z.enum(['immediate', 'short', 'long']),
  index: z.int().min(0).describe('step of that grade, from 0'),
  platform: id.optional().describe('the step’s commands for this platform'),
  pick: z.array(z.int().min(0)).optional().describe('only these of the commands, from 0'),
  write: z.enum(['replace', 'append']).default('replace').describe('how configuration gets into its file'),
  file: z.string().startsWith('/').optional().describe('the file, where the page names it in words'),
  replace: z.record(z.string(), z.string()).default({}).describe('words of the page that a reader would put in'),
  by: z.string().optional().describe('a script that does what the step says in words, where it has no command'),
  then: z.string().optional().describe('a script that follows, such as the reload that the step’s words ask for'),
});

/** One entry of lab/scenarios/<area>.yaml: a fault that the lab injects, or a control that must stay healthy. */
export const scenarioSchema = z
  .strictObject({
    id,
    cause: id.optional().describe('the cause page it proves; a control may go without'),
    title: text,
    control: z.boolean().default(false).describe('true: a popular cause that changes nothing; every request stays 200'),
    mode: z.enum(['off', 'flexible', 'full', 'strict']).default('strict').describe('SSL/TLS mode of the edge'),
    servers: z.array(id).default(['nginx']).describe('ids from lab/servers.yaml, started in this order'),
    setup: z.array(z.union([z.string(), action])).describe('injects the fault; a string is a script on the origin'),
    ready: z
      .array(z.union([z.string(), action.omit({ background: true })]))
      .default([])
      .describe('scripts that succeed once the fault is in place; asked until they do'),
    probes: z
      .array(probe)
      .min(1)
      .default([probe.parse({})]),
    expect: expectation,
    evidence: z.array(evidence).default([]).describe('what can be seen of it on the machines'),
    symptoms: z.array(id).default([]).describe('symptoms that the fault shows; those about packets are verified'),
    visible: z.enum(['host', 'outside']).describe('whether a program on the origin can see the fault'),
    conflict: id.optional().describe('dispute about a code that the cause does not list'),
    fix: z
      .union([z.literal('outside'), z.array(repair).min(1)])
      .optional()
      .describe('the page’s own fix; "outside" when nothing on the origin can mend it'),
    undo: z
      .array(z.union([z.string(), action]))
      .default([])
      .describe('takes the fault away, where fix is "outside"'),
    fixed: z.array(code).default(['200']).describe('codes that count as mended'),
    scale: z.enum(['safe', 'real']).default('safe').describe('real: only Cloudflare’s own clocks decide rightly'),
    exclusive: z.boolean().default(false).describe('touches what all worlds share, so it runs alone'),
  })
  .refine((s) => s.control || s.cause !== undefined, { path: ['cause'], message: 'expected a cause' })
  .refine((s) => s.control === (s.fix === undefined), {
    path: ['fix'],
    message: 'expected a fix for a fault and none for a control',
  });
export type Scenario = z.infer<typeof scenarioSchema>;
export type ScenarioProbe = z.infer<typeof probe>;
export type ScenarioAction = z.infer<typeof action>;
export type Expectation = z.infer<typeof expectation>;
export type Repair = z.infer<typeof repair>;
