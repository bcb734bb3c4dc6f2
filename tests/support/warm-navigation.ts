import { openTab, type Tab } from './tab.ts';

/** Lighthouse's slow 4G: milliseconds of round trip, bytes per second down and up. */
const SLOW_4G = { offline: false, latency: 150, downloadThroughput: 1.6e6 / 8, uploadThroughput: 750e3 / 8 };

/** Longest wait for anything, in milliseconds. */
const PATIENCE = 20_000;
const POLL = 50;

/** From a page that the reader is on to one that a link there leads to. */
export interface Step {
  readonly from: string;
  readonly to: string;
}

/** A tab on a slow network; it sends word of each page that is drawn ahead. */
export function slowTab(slower: number): Promise<Tab> {
  return openTab([
    ['Page.enable', {}],
    ['Network.enable', {}],
    ['Network.emulateNetworkConditions', SLOW_4G],
    ['Emulation.setCPUThrottlingRate', { rate: slower }],
    ['Emulation.setDeviceMetricsOverride', { width: 390, height: 844, deviceScaleFactor: 1, mobile: false }],
    ['Preload.enable', {}],
  ]);
}

async function until(tab: Tab, condition: string): Promise<void> {
  for (const end = Date.now() + PATIENCE; ; await new Promise((resolve) => setTimeout(resolve, POLL))) {
    // While one page makes way for the next there may be none to ask.
    const answer = tab
      .newest()
      .evaluate(condition)
      .catch(() => false);
    if ((await answer) === true) return;
    if (Date.now() > end) throw new Error(`still waiting for: ${condition}`);
  }
}

/** Resolves when the page that a link leads to is drawn, unseen; fails with the browser's reason when it will not be. */
function drawnAhead(tab: Tab): Promise<void> {
  return new Promise((resolve, reject) => {
    tab.listen((event, { status, prerenderStatus }) => {
      if (event !== 'Preload.prerenderStatusUpdated') return;
      if (status === 'Ready') resolve();
      if (status === 'Failure') reject(new Error(`no page drawn ahead: ${String(prerenderStatus)}`));
    });
  });
}

/** In the page: notes when it is clicked, brings the link into view, and tells where it stands. */
const findLink = (to: string): string => `new Promise((found) => {
  const note = () => sessionStorage.setItem('clicked', performance.timeOrigin + performance.now());
  addEventListener('click', note, { capture: true });
  const link = document.querySelector('main a[href="${to}"]');
  link.scrollIntoView({ block: 'center', behavior: 'instant' });
  requestAnimationFrame(() => requestAnimationFrame(() => {
    const { left, top, height } = link.getClientRects()[0];
    found({ x: left + 5, y: top + height / 2 });
  }));
})`;

/** In the page: milliseconds from the click until its first words were painted. */
const PAINTED = `new Promise((painted) => {
  const clicked = sessionStorage.getItem('clicked') - performance.timeOrigin;
  new PerformanceObserver((list) => {
    for (const { startTime } of list.getEntriesByName('first-contentful-paint')) painted(startTime - clicked);
  }).observe({ type: 'paint', buffered: true });
})`;

/**
 * Opens a page, rests the pointer on a link until the next page is drawn ahead, and clicks.
 * @param ready called between the two
 * @returns milliseconds from the click until the next page's heading is painted
 */
export async function warmNavigation(
  tab: Tab,
  origin: string,
  { from, to }: Step,
  ready: () => void = () => undefined,
): Promise<number> {
  tab.newest().tell('Page.navigate', { url: origin + from });
  await until(tab, `location.pathname === '${from}' && document.readyState === 'complete'`);
  const drawn = drawnAhead(tab);
  const shown = tab.newest();
  const place = (await shown.evaluate(findLink(to))) as { x: number; y: number };
  shown.tell('Input.dispatchMouseEvent', { ...place, type: 'mouseMoved' });
  await drawn;
  await until(tab, `location.pathname === '${to}' && document.readyState === 'complete'`);
  ready();
  for (const type of ['mousePressed', 'mouseReleased'])
    shown.tell('Input.dispatchMouseEvent', { ...place, type, button: 'left', clickCount: 1 });
  await until(tab, `location.pathname === '${to}' && !document.prerendering`);
  return (await tab.newest().evaluate(PAINTED)) as number;
}
