import { globSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Page } from 'playwright-core';
import { expect } from 'vitest';
import type { Graph } from '../../src/domain/troubleshooter/graph.ts';
import { follow } from '../../src/domain/troubleshooter/replay.ts';
import { plainText } from '../../src/domain/text/parse.ts';
import { focused, use, type Hand } from './hand.ts';

/** The graph that the built site offers, for the words on the screen. */
export function builtGraph(dist: string): Graph {
  const [file] = globSync('data/troubleshooter.*.json', { cwd: dist });
  if (file === undefined) throw new Error(`${dist}/data holds no troubleshooter graph`);
  return JSON.parse(readFileSync(join(dist, file), 'utf8')) as Graph;
}

/** Words of a question or the title of an end. */
export function headingOf(graph: Graph, node: string): string {
  return plainText(graph.questions[node]?.ask ?? graph.ends[node]?.title ?? '');
}

/** Words of an answer on the screen. */
export function labelOf(graph: Graph, symptom: string): string {
  if (symptom === 'none') return 'None of these';
  if (symptom === 'unsure') return 'I can’t check this';
  return plainText(graph.symptoms[symptom]?.label ?? symptom);
}

/** Waits until the troubleshooter runs on this page. */
export async function awake(page: Page): Promise<void> {
  await page.locator('#troubleshooter[data-live="true"]').waitFor();
}

/** Waits until the page shows a question or an end. */
export async function stands(page: Page, graph: Graph, node: string): Promise<void> {
  const heading = (): Promise<string> => page.locator('h1').innerText();
  await expect
    .poll(heading, { message: `the troubleshooter stands at ${node}`, timeout: 8000 })
    .toBe(headingOf(graph, node));
}

/** Answers the question on the screen and sees that the next heading has the focus. Returns the next node. */
export async function give(page: Page, hand: Hand, graph: Graph, question: string, symptom: string): Promise<string> {
  await stands(page, graph, question);
  const node = graph.questions[question];
  if (node === undefined) throw new Error(`there is no question ${question}`);
  const words = page.getByText(labelOf(graph, symptom), { exact: true });
  const apart = symptom === 'none' || symptom === 'unsure';
  if (node.several && !apart) {
    await use(hand, page.locator('main label').filter({ has: words }).getByRole('checkbox'), 'Space');
    await use(hand, page.getByRole('button', { name: /^Continue/ }));
  } else {
    await use(hand, page.locator('main li > a').filter({ has: words }));
  }
  const next = follow(node, apart ? symptom : [symptom]);
  await stands(page, graph, next);
  await expect
    .poll(() => focused(page), { message: `the focus moves to the heading of ${next}` })
    .toBe(headingOf(graph, next));
  return next;
}

/** The reader's answers as the page lists them. */
export function answersShown(page: Page): Promise<string[]> {
  return page.locator('aside[aria-label="Your answers"] li:not(.now) b').allInnerTexts();
}

/** What the page tells the reader about its answers. */
export function notice(page: Page): Promise<string> {
  return page.locator('main [role="status"]').first().innerText();
}
