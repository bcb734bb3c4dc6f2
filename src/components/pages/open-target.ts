/** Unfolds what an address with #… points into, in browsers that do not do so by themselves. */
function openTarget(): void {
  const target = document.getElementById(decodeURIComponent(location.hash.slice(1)));
  const fold = target?.closest('details');
  if (fold === null || fold === undefined || fold.open) return;
  fold.open = true;
  target?.scrollIntoView();
}

addEventListener('hashchange', openTarget);
openTarget();
