import { Ajv2020 } from 'ajv/dist/2020.js';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';
import { apiFiles, entrySchema, PUBLISHED, type PublishedName } from './api.ts';
import { loadKnowledge } from './load.ts';

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

  it('gives the 522 its address, its clocks and its sources', () => {
    expect(files.get('errors/522')).toMatchObject({ id: '522', url: '/guide/522/', retry: { retryable: 'yes' } });
    expect((files.get('addresses') as { ipv4: string[] }).ipv4).toContain('172.64.0.0/13');
  });
});
