import type { APIRoute, GetStaticPaths } from 'astro';
import { builtGraph } from '../../knowledge/troubleshooter-page.ts';

export const getStaticPaths: GetStaticPaths = () => {
  const { files, repairs } = builtGraph();
  return [...Object.values(files), ...repairs].map(({ path, json }) => ({
    params: { file: path.replace(/^\/data\/|\.json$/g, '') },
    props: { json },
  }));
};

export const GET: APIRoute<{ json: string }> = ({ props }) =>
  new Response(props.json, { headers: { 'Content-Type': 'application/json' } });
