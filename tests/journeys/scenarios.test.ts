import type { Page } from 'playwright-core';
import { describe, expect, inject } from 'vitest';
import { answer, replay } from '../../src/domain/troubleshooter/replay.ts';
import { type AnswerValue, decodeWalk, EMPTY_WALK, type Walk } from '../../src/domain/troubleshooter/walk.ts';
import type { Scenario } from '../../src/knowledge/scenario.fixture.ts';
import { arrives, awake, builtGraph, choose, ended, reply } from '../support/troubleshooter.ts';
import { test } from '../support/visit.ts';

const site = inject('site');
const graph = builtGraph(site.dist);

/** How many stories are walked in the browser; the domain's tests walk all. */
const STORIES = 12;
const MOST_ANSWERS = 9;

interface Story {
  readonly story: string;
  /** What the person saw, whichever question asks for it. */
  readonly knows: readonly string[];
  readonly answers: Walk['answers'];
  readonly first: string;
}

function stories(): Story[] {
  const files = import.meta.glob<Record<string, readonly Scenario[]>>('../../src/knowledge/scenarios-*.fixture.ts', {
    eager: true,
  });
  return Object.values(files)
    .flatMap((file) => Object.values(file).flat())
    .map(({ story, answers: query, first }) => {
      const { answers } = decodeWalk(query).walk;
      return { story, first, answers, knows: answers.flatMap(({ value }) => (typeof value === 'string' ? [] : value)) };
    });
}

/** One story from each area of causes, then others: told by a finding that proves the cause, where there is one. */
function spread(all: readonly Story[]): Story[] {
  const proven = ({ first, knows }: Story): boolean =>
    (graph.causes[first]?.evidence ?? []).some(
      ({ symptom, weight }) => weight === 'decisive' && knows.includes(symptom),
    );
  const sorted = [...all].sort((a, b) => Number(proven(b)) - Number(proven(a)));
  const area = ({ first }: Story) => graph.causes[first]?.area;
  const ahead = sorted.filter((story, index) => sorted.findIndex((other) => area(other) === area(story)) === index);
  const rest = sorted.filter((story) => !ahead.includes(story));
  return [...ahead, ...rest].slice(0, STORIES);
}

/** "None of these" belongs to the question of the story; what was seen belongs to any. */
function told(story: Story, question: string): AnswerValue {
  const given = reply(graph, question, story.knows);
  const before = story.answers.find((entry) => entry.question === question)?.value;
  return given === 'unsure' && before === 'none' ? 'none' : given;
}

async function walk(page: Page, story: Story): Promise<number> {
  let walked: Walk = EMPTY_WALK;
  let place = replay(graph, walked);
  while (!place.atEnd) {
    expect(place.steps.length, `${story.story}: too many questions`).toBeLessThan(MOST_ANSWERS);
    const value = told(story, place.current);
    await choose(page, 'keyboard', graph, place.current, value);
    walked = answer(walked, place.current, value);
    place = replay(graph, walked);
    await arrives(page, graph, place.current);
  }
  return place.steps.length;
}

describe('stories walked by keyboard alone lead to their cause', () => {
  const chosen = spread(stories());

  test('they are twelve, from many areas', () => {
    expect(chosen).toHaveLength(STORIES);
    expect(new Set(chosen.map(({ first }) => graph.causes[first]?.area)).size).toBeGreaterThanOrEqual(9);
  });

  test.for(chosen)('$first: $story', async (story, { visit }) => {
    const { page } = await visit();
    await page.goto(`${site.address}/troubleshoot/`);
    await awake(page);
    expect(await walk(page, story)).toBeLessThanOrEqual(MOST_ANSWERS);
    await ended(page);
    const now = page.locator('main [data-cause]').first();
    expect(await now.getAttribute('data-cause')).toBe(story.first);
    expect(
      await now.getByRole('heading', { name: 'Do this now', includeHidden: true }).count(),
      'what to do stands open',
    ).toBe(1);
  });
});
