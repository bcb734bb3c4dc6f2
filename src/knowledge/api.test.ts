import { Ajv2020 } from 'ajv/dist/2020.js';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';
import { apiFiles, entrySchema, PUBLISHED, type PublishedName } from './api.ts';
import { loadKnowledge } from './load.ts';
import type { RetryTable } from './schemas/retry.ts';

const { knowledge } = loadKnowledge(fileURLToPath(new URL('../../content', import.meta.url)), '2026-11-21');
if (knowledge === undefined) throw new Error('the content has an error; run npm run check:knowledge');
const files = new Map(apiFiles(knowledge, (path) => `/guide${path}`).map((file) => [file.path, file.body]));
const names = Object.keys(PUBLISHED) as PublishedName[];

/** The formats that the schemas name, loosely: their exact form is the content schema's business. */
const FORMATS = { uri: /^[a-z]+:/, cidrv4: /^[\d.]+\/\d+$/, cidrv6: /^[\da-f:]+\/\d+$/ };

describe('the JSON API', () => {
  it.each(names)('publishes every entry of %s, valid by its published schema', (name) => {
    const ajv = new Ajv2020({ strict: false, allErrors: true });
    for (const [name, pattern] of Object.entries(FORMATS)) ajv.addFormat(name, pattern);
    const valid = ajv.compile(files.get(`schemas/${name}`) as object);
    const list = files.get(name) as { count: number; items: { id: string }[] };
    expect(list.count).toBe(knowledge[name].size);
    for (const item of list.items) {
      expect(files.get(`${name}/${item.id}`)).toEqual(item);
      expect(valid(item), `${item.id}: ${JSON.stringify(valid.errors)}`).toBe(true);
    }
  });

  it('has schemas that refuse what is not an entry', () => {
    const valid = new Ajv2020({ strict: false }).compile({ ...entrySchema('symptoms') });
    expect(valid({ id: 'x', surprise: true })).toBe(false);
  });

  it('fills figures in and leaves no mark of the inline format', () => {
    const error = JSON.stringify(files.get('errors/522'));
    expect(error).toContain('19\u00A0s');
    expect(JSON.stringify([...files.values()])).not.toMatch(/\[\^[a-z]/);
  });

  it('publishes the retry rules, valid by their published schema, with a rule for every kind of request', () => {
    const ajv = new Ajv2020({ strict: false, allErrors: true });
    for (const [name, pattern] of Object.entries(FORMATS)) ajv.addFormat(name, pattern);
    const valid = ajv.compile(files.get('schemas/retry') as object);
    const table = files.get('retry') as RetryTable;
    expect(valid(table), JSON.stringify(valid.errors)).toBe(true);
    expect(valid({ ...table, items: [{ ...table.items[0], advice: {} }] })).toBe(false);
    expect(table.items).toHaveLength(table.count);
    const rule = (id: string, method: 'read' | 'write') => table.items.find((item) => item.id === id)?.advice[method];
    expect(rule('521', 'read')).toMatchObject({ action: 'wait', waitsSeconds: [120, 240] });
    expect(rule('522-late', 'write')).toMatchObject({ action: 'stop', waitsSeconds: [] });
    expect(rule('526', 'read')).toMatchObject({ action: 'alert' });
    expect(table.items.find(({ id }) => id === '500')).toMatchObject({ onlyBodyTells: true });
    expect(table.items.find(({ id }) => id === '522-early')).toMatchObject({ underSeconds: 90 });
  });

  it('says of every wait how many seconds it is, and agrees with the retry rules', () => {
    const { items } = files.get('retry') as RetryTable;
    const errors = (
      files.get('errors') as { items: { id: string; retry: { after?: string; afterSeconds?: number } }[] }
    ).items;
    expect(errors.find(({ id }) => id === '522')?.retry).toMatchObject({ after: 'retry-long', afterSeconds: 120 });
    for (const { id, retry } of errors) {
      expect(retry.afterSeconds === undefined, id).toBe(retry.after === undefined);
      for (const { advice } of items.filter(({ code }) => code === id))
        if (advice.read.action === 'wait') expect(advice.read.waitsSeconds[0], id).toBe(retry.afterSeconds);
    }
  });

  it('gives the 522 its address, its clocks and its sources', () => {
    expect(files.get('errors/522')).toMatchObject({ id: '522', url: '/guide/522/', retry: { retryable: 'yes' } });
    expect((files.get('addresses') as { ipv4: string[] }).ipv4).toContain('172.64.0.0/13');
  });
});
