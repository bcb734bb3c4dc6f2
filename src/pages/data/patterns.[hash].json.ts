import type { APIRoute } from 'astro';
import { builtPatterns } from '../../knowledge/pattern-data.ts';

export function getStaticPaths() {
  return [{ params: { hash: builtPatterns().hash } }];
}

export const GET: APIRoute = () =>
  new Response(builtPatterns().json, { headers: { 'Content-Type': 'application/json' } });
