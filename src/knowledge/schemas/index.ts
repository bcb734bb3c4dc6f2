import { causeSchema } from './cause.ts';
import { changeSchema } from './change.ts';
import { checkSchema } from './check.ts';
import { clientSchema } from './client.ts';
import { cloudflareSchema } from './cloudflare.ts';
import { disputeSchema } from './dispute.ts';
import { endSchema } from './end.ts';
import { errorSchema } from './error.ts';
import { guideSchema } from './guide.ts';
import { patternSchema } from './pattern.ts';
import { platformSchema } from './platform.ts';
import { questionSchema } from './question.ts';
import { routeSchema } from './route.ts';
import { scenarioSchema } from './scenario.ts';
import { sourceSchema } from './source.ts';
import { symptomSchema } from './symptom.ts';
import { termSchema } from './term.ts';
import { synonymSchema, wordsSchema } from './words.ts';

/**
 * Every collection: its schema and its shape on disk.
 * `page`: one MDX file an entry; `file`: one YAML file an entry; `list`: YAML files that hold lists.
 */
export const COLLECTIONS = {
  errors: { schema: errorSchema, shape: 'page', path: 'errors' },
  causes: { schema: causeSchema, shape: 'page', path: 'causes' },
  guides: { schema: guideSchema, shape: 'page', path: 'guides' },
  symptoms: { schema: symptomSchema, shape: 'list', path: 'symptoms' },
  checks: { schema: checkSchema, shape: 'file', path: 'checks' },
  questions: { schema: questionSchema, shape: 'file', path: 'questions' },
  ends: { schema: endSchema, shape: 'file', path: 'ends' },
  platforms: { schema: platformSchema, shape: 'file', path: 'platforms' },
  clients: { schema: clientSchema, shape: 'file', path: 'clients' },
  patterns: { schema: patternSchema, shape: 'file', path: 'patterns' },
  sources: { schema: sourceSchema, shape: 'list', path: 'sources.yaml' },
  disputes: { schema: disputeSchema, shape: 'list', path: 'disputes.yaml' },
  paths: { schema: routeSchema, shape: 'list', path: 'paths.yaml' },
  changes: { schema: changeSchema, shape: 'list', path: 'changes.yaml' },
  glossary: { schema: termSchema, shape: 'list', path: 'glossary.yaml' },
  words: { schema: wordsSchema, shape: 'list', path: 'words.yaml' },
  synonyms: { schema: synonymSchema, shape: 'list', path: 'synonyms.yaml' },
  // Beside the content: the lab's own folder holds what it runs.
  scenarios: { schema: scenarioSchema, shape: 'list', path: '../lab/scenarios' },
  cloudflare: { schema: cloudflareSchema, shape: 'list', path: 'cloudflare.yaml' },
} as const;
export type CollectionName = keyof typeof COLLECTIONS;
