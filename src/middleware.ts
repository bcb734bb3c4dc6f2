import { defineMiddleware } from 'astro:middleware';
import { url } from './components/site/url.ts';
import { markTerms } from './domain/glossary/mark.ts';
import { fillMinutes } from './domain/text/reading-time.ts';
import { siteKnowledge } from './knowledge/site.ts';

/** Hands the content to every component of a page, so that components need not import it; then explains the page's words and says how long it takes to read. */
export const onRequest = defineMiddleware(async ({ locals }, next) => {
  locals.knowledge = siteKnowledge();
  const response = await next();
  if (response.headers.get('Content-Type')?.startsWith('text/html') !== true) return response;
  const html = fillMinutes(await response.text());
  const terms = [...locals.knowledge.glossary.values()];
  const most = locals.mostWords ?? 0;
  return new Response(most > 0 ? markTerms(html, terms, { glossary: url('/glossary/'), most }) : html, response);
});
