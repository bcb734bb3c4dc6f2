/** Fetches the page behind a link as soon as the reader means to follow it, so that the click finds it in the cache. */

/** Milliseconds that a pointer rests on a link before it counts; a pointer on its way elsewhere passes sooner. */
const REST = 40;

const fetched = new Set<string>([location.pathname]);
let timer = 0;

function pageBehind(target: EventTarget | null): string | undefined {
  const link = target instanceof Element ? target.closest('a') : null;
  // The live troubleshooter answers clicks on its links itself and loads no page.
  if (link?.closest('[data-live]') !== null || link.origin !== location.origin || /\.\w+$/.test(link.pathname))
    return undefined;
  return fetched.has(link.pathname) ? undefined : link.href.replace(/#.*/, '');
}

function prefetch(address: string): void {
  fetched.add(new URL(address).pathname);
  const link = document.createElement('link');
  link.rel = 'prefetch';
  link.href = address;
  document.head.append(link);
}

function mean(delay: number) {
  return ({ target }: Event): void => {
    clearTimeout(timer);
    const address = pageBehind(target);
    if (address !== undefined) timer = window.setTimeout(prefetch, delay, address);
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
