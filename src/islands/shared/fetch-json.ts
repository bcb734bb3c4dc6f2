/**
 * Fetches data of the site.
 * @throws Error that names the status when the answer is not a good one, and whatever fetch and the parser throw
 */
export async function fetchJson<T>(address: string): Promise<T> {
  const response = await fetch(address);
  if (!response.ok) throw new Error(`status ${String(response.status)}`);
  return (await response.json()) as T;
}
