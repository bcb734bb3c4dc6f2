import type { APIRoute } from 'astro';
import { url } from '../components/site/url.ts';

/** The description needs absolute addresses: without SITE_URL there is no such file. */
export function getStaticPaths() {
  return import.meta.env.SITE ? [{ params: { opensearch: 'opensearch' } }] : [];
}

function xml(text: string): string {
  return text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('"', '&quot;');
}

/** OpenSearch 1.1 description: lets a browser search this site from its address bar. */
export const GET: APIRoute = ({ site }) => {
  const absolute = (path: string): string => xml(new URL(url(path), site).href);
  const body = `<?xml version="1.0" encoding="UTF-8"?>
<OpenSearchDescription xmlns="http://a9.com/-/spec/opensearch/1.1/">
  <ShortName>52x Field Guide</ShortName>
  <Description>Find a Cloudflare 52x code, a cause or the words of an error page.</Description>
  <InputEncoding>UTF-8</InputEncoding>
  <Image type="image/svg+xml">${absolute('/favicon.svg')}</Image>
  <Url type="text/html" template="${absolute('/search/')}?q={searchTerms}"/>
</OpenSearchDescription>
`;
  return new Response(body, { headers: { 'Content-Type': 'application/opensearchdescription+xml' } });
};
