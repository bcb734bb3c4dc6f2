/** Unfolds what an address with #… points into, in browsers that do not do so by themselves. */
function openTarget(): void {
  const target = document.querySelector(':target');
  const fold = target?.closest('details');
  if (!fold || fold.open) return;
  fold.open = true;
  target?.scrollIntoView();
}

addEventListener('hashchange', openTarget);
openTarget();
