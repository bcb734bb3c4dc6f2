import { withBase } from '../../domain/text/link.ts';
import { twinPath } from '../../domain/text/twin.ts';
import { type Graph, lookup } from '../../domain/troubleshooter/graph.ts';

/** What the foot of the page copies instead of the twin; undefined for the twin. */
export function footCopies(text: string | undefined): void {
  const twin = document.querySelector<HTMLElement>('.foot a[href$=".md"]');
  if (twin === null) return;
  if (text === undefined) delete twin.dataset.md;
  else twin.dataset.md = text;
}

/** Lets what the page says of itself follow the walk: the Markdown twin, and the file that holds the text. */
export function footFor(graph: Graph, base: string, node: string): void {
  const twins = document.querySelectorAll<HTMLAnchorElement | HTMLLinkElement>(
    '.foot a[href$=".md"], link[type="text/markdown"]',
  );
  for (const twin of twins) twin.href = withBase(base, twinPath(`/troubleshoot/${node}/`));
  const file = document.querySelector('.foot code');
  if (file !== null)
    file.textContent = `content/${lookup(graph.questions, node) === undefined ? 'ends' : 'questions'}/${node}.yaml`;
}
