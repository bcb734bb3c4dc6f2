import type { APIRoute } from 'astro';
import { builtGraph } from '../../knowledge/troubleshooter-page.ts';

export function getStaticPaths() {
  const { path } = builtGraph();
  return [{ params: { file: path.replace(/^\/data\/|\.json$/g, '') } }];
}

export const GET: APIRoute = () => new Response(builtGraph().json, { headers: { 'Content-Type': 'application/json' } });
