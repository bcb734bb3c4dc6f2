import { globSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Page } from 'playwright-core';
import { expect } from 'vitest';
import type { Graph } from '../../src/domain/troubleshooter/graph.ts';
import { offered } from '../../src/domain/troubleshooter/evidence.ts';
import { answer, follow, replay } from '../../src/domain/troubleshooter/replay.ts';
import { type AnswerValue, EMPTY_WALK, encodeWalk } from '../../src/domain/troubleshooter/walk.ts';
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
  await expect.poll(heading, { message: `the troubleshooter stands at ${node}` }).toBe(headingOf(graph, node));
}

/** Answers the question on the screen: one symptom, several, `none` or `unsure`. */
export async function choose(
  page: Page,
  hand: Hand,
  graph: Graph,
  question: string,
  value: AnswerValue,
): Promise<void> {
  await stands(page, graph, question);
  const node = graph.questions[question];
  if (node === undefined) throw new Error(`there is no question ${question}`);
  const words = (id: string) => page.getByText(labelOf(graph, id), { exact: true });
  if (node.several && typeof value !== 'string') {
    for (const id of value)
      await use(
        hand,
        page
          .locator('main label')
          .filter({ has: words(id) })
          .getByRole('checkbox'),
        'Space',
      );
    await use(hand, page.getByRole('button', { name: /^Continue/ }));
  } else {
    const [id = ''] = typeof value === 'string' ? [value] : value;
    await use(hand, page.locator('main li > a').filter({ has: words(id) }));
  }
}

/** Answers the question on the screen and sees that the next heading has the focus. Returns the next node. */
export async function give(page: Page, hand: Hand, graph: Graph, question: string, symptom: string): Promise<string> {
  const value = symptom === 'none' || symptom === 'unsure' ? symptom : [symptom];
  await choose(page, hand, graph, question, value);
  const node = graph.questions[question];
  if (node === undefined) throw new Error(`there is no question ${question}`);
  const next = follow(node, value);
  await arrives(page, graph, next);
  return next;
}

/** Waits until the page shows a node, and sees that its heading has the focus. */
export async function arrives(page: Page, graph: Graph, node: string): Promise<void> {
  await stands(page, graph, node);
  await expect
    .poll(() => focused(page), { message: `the focus moves to the heading of ${node}` })
    .toBe(headingOf(graph, node));
}

/** Waits until an end is drawn to its last part, which a visitor's end keeps folded. */
export async function ended(page: Page): Promise<void> {
  await page.locator('#report').waitFor({ state: 'attached' });
}

/** What someone who knows these symptoms answers to a question, wherever in the walk it comes. */
export function reply(graph: Graph, question: string, knows: readonly string[]): AnswerValue {
  const node = graph.questions[question];
  const seen = node === undefined ? [] : offered(node, knows);
  return seen.length > 0 ? seen : 'unsure';
}

/** The address of the end that someone who knows these symptoms comes to. */
export function addressKnowing(graph: Graph, knows: readonly string[]): string {
  let walk = EMPTY_WALK;
  let place = replay(graph, walk);
  while (!place.atEnd) {
    walk = answer(walk, place.current, reply(graph, place.current, knows));
    place = replay(graph, walk);
  }
  return `/troubleshoot/${place.current}/?${encodeWalk(walk)}`;
}

/** What leads to a firewall that drops the calls. */
export const DROPPED = ['code-522', 'time-20', 'scope-constant', 'record-right', 'syn-unanswered', 'rule-drop'];

/** The reader's answers as the page lists them. */
export function answersShown(page: Page): Promise<string[]> {
  return page.locator('aside[aria-label="Your answers"] li:not(.now) b').allInnerTexts();
}

/** What the page tells the reader about its answers. */
export function notice(page: Page): Promise<string> {
  return page.locator('main [role="status"]').first().innerText();
}
