import { defineCollection } from 'astro:content';
import { contentLoader } from './knowledge/astro-loader.ts';
import { COLLECTIONS } from './knowledge/schemas/index.ts';
import { glob } from 'astro/loaders';

const pages = (name: 'errors' | 'causes' | 'guides') => glob({ pattern: '*.mdx', base: `./content/${name}` });

export const collections = {
  errors: defineCollection({ loader: pages('errors'), schema: COLLECTIONS.errors.schema }),
  causes: defineCollection({ loader: pages('causes'), schema: COLLECTIONS.causes.schema }),
  guides: defineCollection({ loader: pages('guides'), schema: COLLECTIONS.guides.schema }),
  symptoms: defineCollection({ loader: contentLoader('symptoms'), schema: COLLECTIONS.symptoms.schema }),
  checks: defineCollection({ loader: contentLoader('checks'), schema: COLLECTIONS.checks.schema }),
  questions: defineCollection({ loader: contentLoader('questions'), schema: COLLECTIONS.questions.schema }),
  ends: defineCollection({ loader: contentLoader('ends'), schema: COLLECTIONS.ends.schema }),
  platforms: defineCollection({ loader: contentLoader('platforms'), schema: COLLECTIONS.platforms.schema }),
  clients: defineCollection({ loader: contentLoader('clients'), schema: COLLECTIONS.clients.schema }),
  patterns: defineCollection({ loader: contentLoader('patterns'), schema: COLLECTIONS.patterns.schema }),
  sources: defineCollection({ loader: contentLoader('sources'), schema: COLLECTIONS.sources.schema }),
  disputes: defineCollection({ loader: contentLoader('disputes'), schema: COLLECTIONS.disputes.schema }),
  paths: defineCollection({ loader: contentLoader('paths'), schema: COLLECTIONS.paths.schema }),
  changes: defineCollection({ loader: contentLoader('changes'), schema: COLLECTIONS.changes.schema }),
  glossary: defineCollection({ loader: contentLoader('glossary'), schema: COLLECTIONS.glossary.schema }),
  words: defineCollection({ loader: contentLoader('words'), schema: COLLECTIONS.words.schema }),
  synonyms: defineCollection({ loader: contentLoader('synonyms'), schema: COLLECTIONS.synonyms.schema }),
  cloudflare: defineCollection({ loader: contentLoader('cloudflare'), schema: COLLECTIONS.cloudflare.schema }),
};
