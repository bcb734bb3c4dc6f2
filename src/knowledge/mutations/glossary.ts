import { at, type Case, E522, swap } from './edit.ts';

const FILE = 'glossary.yaml';
const SYN = 'words: [SYN, SYNs]';

export const GLOSSARY: readonly Case[] = [
  {
    name: 'a link to an unknown word',
    file: E522,
    mutate: swap('A slow script is a', 'The [call](term:sin) is a'),
    expect: { line: at('term:sin'), field: 'body', text: /content\/glossary, found "sin"/ },
  },
  {
    name: 'a word without an explanation',
    file: FILE,
    mutate: swap(/ {2}means: The first packet .*\n/, ''),
    expect: { line: at('- id: syn'), field: 'means', text: /expected text/ },
  },
  {
    name: 'a word with an unknown source',
    file: FILE,
    mutate: swap('sources: [ray-id]', 'sources: [ray]'),
    expect: { line: at('sources: [ray]'), field: 'sources.0', text: /found "ray"/ },
  },
  {
    name: 'a spelling of two words',
    file: FILE,
    mutate: swap(SYN, 'words: [SYN, SYNs, edges]'),
    expect: { line: at('words: [SYN, SYNs, edges]'), field: 'words.2', text: /"edges".*spelling of "edge"/ },
  },
  {
    name: 'an exception in which nothing would be found',
    file: FILE,
    mutate: swap(SYN, `${SYN}\n  except: [syn flood]`),
    expect: { line: at('except: [syn flood]'), field: 'except.0', text: /"syn flood"/ },
  },
  {
    name: 'a spelling that is markup',
    file: FILE,
    mutate: swap(SYN, 'words: [SYN, "<b>SYN"]'),
    expect: { line: at('"<b>SYN"'), field: 'words.1', text: /expected words without quotes/ },
  },
];
