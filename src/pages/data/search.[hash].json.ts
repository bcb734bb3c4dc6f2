import type { APIRoute } from 'astro';
import { builtSearchIndex } from '../../knowledge/search-data.ts';

export function getStaticPaths() {
  return [{ params: { hash: builtSearchIndex().hash } }];
}

export const GET: APIRoute = () =>
  new Response(builtSearchIndex().json, { headers: { 'Content-Type': 'application/json' } });
