/** Gets the page behind a link ready as soon as the reader means to follow it, so that the click shows it at once. */

/** Milliseconds that a pointer rests on a link before it counts; a pointer on its way elsewhere passes sooner. */
const REST = 40;

/** What this page got ready last, or, where pages are only fetched, all of it. */
const ready = new Set<string>();
let rules: HTMLScriptElement | undefined;
let timer = 0;

/** Address of the page that a link leads to; undefined for this page, other sites and files. */
function pageBehind(target: EventTarget | null): string | undefined {
  const link = target instanceof Element ? target.closest('a') : null;
  // The live troubleshooter answers clicks on its links itself and loads no page.
  if (link?.closest('[data-live]') !== null || link.origin !== location.origin) return undefined;
  return link.pathname === location.pathname || /\.\w+$/.test(link.pathname) ? undefined : link.href;
}

/** The browser draws the page unseen, or fetches it where it may not draw. One page at a time: the last that was meant. */
function draw(address: string): void {
  rules?.remove();
  ready.clear();
  rules = document.createElement('script');
  rules.type = 'speculationrules';
  const pages = [{ urls: [address] }];
  rules.textContent = JSON.stringify({ prefetch: pages, prerender: pages });
  document.head.append(rules);
}

/** For other browsers: the page and its styles come into the cache. A failure leaves all to the click. */
async function fetchAhead(address: string): Promise<void> {
  const html = await (await fetch(address)).text();
  for (const [, href = ''] of html.matchAll(/<link rel="stylesheet" href="([^"]+)"/g)) await fetch(href);
}

function prepare(address: string): void {
  if ('supports' in HTMLScriptElement && HTMLScriptElement.supports('speculationrules')) draw(address);
  else void fetchAhead(address).catch(() => undefined);
  ready.add(address);
}

function mean(delay: number) {
  return ({ target }: Event): void => {
    clearTimeout(timer);
    const address = pageBehind(target);
    if (address !== undefined && !ready.has(address)) timer = window.setTimeout(prepare, delay, address);
  };
}

/** Watches every link of the page. Readers who asked their browser to save data are left alone. */
export function prefetchOnIntent(): void {
  const { connection } = navigator as { connection?: { saveData?: boolean } };
  if (connection?.saveData === true) return;
  for (const [event, delay] of [
    ['pointerover', REST],
    ['focusin', REST],
    ['touchstart', 0],
    ['pointerdown', 0],
  ] as const)
    document.addEventListener(event, mean(delay), { passive: true });
}
