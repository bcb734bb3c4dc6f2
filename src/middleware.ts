import { defineMiddleware } from 'astro:middleware';
import { siteKnowledge } from './knowledge/site.ts';

/** Hands the content to every component of a page, so that components need not import it. */
export const onRequest = defineMiddleware(({ locals }, next) => {
  locals.knowledge = siteKnowledge();
  return next();
});
