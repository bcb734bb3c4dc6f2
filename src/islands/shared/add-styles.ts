/** Adds a stylesheet that is fetched on first use: an import of it would put it on every page. Ends when it holds or has failed. */
export async function addStyles(address: string): Promise<void> {
  if (document.querySelector(`link[href="${address}"]`) !== null) return;
  const link = document.createElement('link');
  link.rel = 'stylesheet';
  link.href = address;
  await new Promise((resolve) => {
    link.onload = resolve;
    link.onerror = resolve;
    document.head.append(link);
  });
}
