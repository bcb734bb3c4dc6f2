import { z } from 'zod';
import { linkTarget } from '../domain/text/link.ts';
import { settle } from './graph.ts';
import type { Knowledge, Tables } from './model.ts';
import { retryTable, secondsOf } from './retry-table.ts';
import { analysisSchema } from './schemas/analysis.ts';
import type { ErrorEntry } from './schemas/error.ts';
import { COLLECTIONS, type CollectionName } from './schemas/index.ts';
import { retrySchema } from './schemas/retry.ts';

/** Collections that are published for machines, and the kind of page each entry has. Names are permanent. */
export const PUBLISHED = {
  errors: 'error',
  causes: 'cause',
  guides: 'guide',
  symptoms: undefined,
  checks: 'check',
  questions: 'question',
  ends: 'question',
  sources: 'source',
  disputes: 'dispute',
  cloudflare: undefined,
  clients: undefined,
  glossary: 'term',
} as const satisfies Partial<Record<CollectionName, string | undefined>>;
export type PublishedName = keyof typeof PUBLISHED;

const API_VERSION = 1;
const LICENSE = 'https://creativecommons.org/licenses/by/4.0/';

/** A file of the API: its path below /api/v1/ without .json, and what it holds. */
export interface ApiFile {
  readonly path: string;
  readonly body: unknown;
}

function settled(value: unknown, figure: Knowledge['figure']): unknown {
  if (typeof value === 'string') return settle(value, figure);
  if (Array.isArray(value)) return value.map((item) => settled(item, figure));
  if (typeof value === 'object' && value !== null) {
    return Object.fromEntries(Object.entries(value).map(([key, item]) => [key, settled(item, figure)]));
  }
  return value;
}

/** Adds to a retry hint the seconds that it stands for. */
function withSeconds(data: object, knowledge: Knowledge): object {
  if (!('retry' in data)) return data;
  const retry = data.retry as ErrorEntry['retry'];
  const afterSeconds = retry.after === undefined ? undefined : secondsOf(retry.after, knowledge);
  return afterSeconds === undefined ? data : { ...data, retry: { ...retry, afterSeconds } };
}

function entryOf(name: PublishedName, id: string, data: object, knowledge: Knowledge, url: (path: string) => string) {
  const kind = PUBLISHED[name];
  const path = kind === undefined ? undefined : linkTarget(`${kind}:${id}`);
  return {
    ...(settled(withSeconds(data, knowledge), knowledge.figure) as object),
    id,
    ...(path === undefined ? {} : { url: url(path) }),
  };
}

const AFTER_SECONDS = { type: 'number', exclusiveMinimum: 0, description: 'the hint of "after", in seconds' };

/**
 * The JSON Schema of one entry of a collection as it is published: the content's own schema, with id and url,
 * figures filled in and source marks removed from texts.
 */
export function entrySchema(name: PublishedName): Record<string, unknown> {
  const schema = z.toJSONSchema(COLLECTIONS[name].schema, { io: 'output', unrepresentable: 'any' }) as Record<
    string,
    unknown
  >;
  const extra = { id: { type: 'string' }, ...(PUBLISHED[name] === undefined ? {} : { url: { type: 'string' } }) };
  const widen = (part: Record<string, unknown>): Record<string, unknown> => ({
    ...part,
    properties: { ...(part.properties as object), ...extra },
  });
  const branches = (schema.oneOf ?? schema.anyOf) as Record<string, unknown>[] | undefined;
  const retry = (schema.properties as { retry?: { properties: object } } | undefined)?.retry;
  if (retry !== undefined) retry.properties = { ...retry.properties, afterSeconds: AFTER_SECONDS };
  const body = branches === undefined ? widen(schema) : { ...schema, oneOf: branches.map(widen), anyOf: undefined };
  return JSON.parse(JSON.stringify({ ...body, title: name })) as Record<string, unknown>;
}

/** The JSON Schema of what `npm run analyze` prints. */
function resultSchema(): Record<string, unknown> {
  return { ...z.toJSONSchema(analysisSchema), title: 'analysis' };
}

/**
 * Every file of the JSON API.
 * @param url turns a path from the site's root into an address
 */
export function apiFiles(knowledge: Knowledge, url: (path: string) => string): ApiFile[] {
  const names = Object.keys(PUBLISHED) as PublishedName[];
  const about = { version: API_VERSION, license: LICENSE };
  const files = names.flatMap((name): ApiFile[] => {
    const table: Tables[PublishedName] = knowledge[name];
    const items = [...table].map(([id, data]) => entryOf(name, id, data, knowledge, url));
    const schema = url(`/api/v1/schemas/${name}.json`);
    return [
      { path: name, body: { ...about, schema, count: items.length, items } },
      ...items.map((item) => ({ path: `${name}/${item.id}`, body: item })),
      { path: `schemas/${name}`, body: entrySchema(name) },
    ];
  });
  const { ipv4, ipv6, etag, checked, changed } = knowledge.addresses;
  const index = Object.fromEntries(names.map((name) => [name, url(`/api/v1/${name}.json`)]));
  return [
    ...files,
    { path: 'schemas/analysis', body: resultSchema() },
    { path: 'schemas/retry', body: { ...z.toJSONSchema(retrySchema), title: 'retry' } },
    { path: 'retry', body: retryTable(knowledge, { ...about, schema: url('/api/v1/schemas/retry.json') }) },
    { path: 'addresses', body: { ...about, ipv4, ipv6, etag, checked, changed } },
    {
      path: 'index',
      body: {
        ...about,
        collections: index,
        addresses: url('/api/v1/addresses.json'),
        retry: url('/api/v1/retry.json'),
      },
    },
  ];
}
