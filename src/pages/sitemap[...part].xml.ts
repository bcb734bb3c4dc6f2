import type { APIRoute } from 'astro';
import { url } from '../components/site/url.ts';
import { PLATFORM_GENERATORS } from '../domain/firewall/registry.ts';
import { siteKnowledge } from '../knowledge/site.ts';
import { codesWithList } from '../knowledge/views.ts';

/** Pages that search engines should not list; they say noindex themselves. */
const UNLISTED = new Set(['/404/', '/search/']);

/** A sitemap needs whole addresses, so it exists only when the build knows its own (SITE_URL). */
export function getStaticPaths() {
  return import.meta.env.SITE ? [{ params: { part: undefined } }] : [];
}

function paths(): string[] {
  const knowledge = siteKnowledge();
  const { errors, causes, guides } = knowledge;
  const fixed = Object.keys(import.meta.glob('./**/*.astro'))
    .filter((file) => !file.includes('['))
    .map((file) => `${file.replace(/^\.|(?:\/index)?\.astro$/g, '')}/`)
    .filter((path) => !UNLISTED.has(path));
  return [
    ...fixed,
    ...[...errors.keys()].map((id) => `/${id}/`),
    ...codesWithList(knowledge).map((id) => `/${id}/causes/`),
    ...[...causes.keys()].map((id) => `/causes/${id}/`),
    ...[...guides.keys()].map((id) => `/guides/${id}/`),
    ...PLATFORM_GENERATORS.map(({ id }) => `/tools/firewall/${id}/`),
  ];
}

export const GET: APIRoute = ({ site }) => {
  const entries = paths().map((path) => `  <url><loc>${new URL(url(path), site).href}</loc></url>`);
  const xml = [
    '<?xml version="1.0" encoding="UTF-8"?>',
    '<urlset xmlns="http://www.sitemaps.org/schemas/sitemap/0.9">',
    ...entries,
    '</urlset>',
    '',
  ].join('\n');
  return new Response(xml, { headers: { 'Content-Type': 'application/xml' } });
};
