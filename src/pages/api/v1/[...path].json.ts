import type { APIRoute, GetStaticPaths } from 'astro';
import { url } from '../../../components/site/url.ts';
import { apiFiles } from '../../../knowledge/api.ts';
import { siteKnowledge } from '../../../knowledge/site.ts';

export const getStaticPaths: GetStaticPaths = () =>
  apiFiles(siteKnowledge(), url).map(({ path, body }) => ({ params: { path }, props: { body } }));

export const GET: APIRoute<{ body: unknown }> = ({ props }) =>
  new Response(`${JSON.stringify(props.body, null, 1)}\n`, { headers: { 'Content-Type': 'application/json' } });
