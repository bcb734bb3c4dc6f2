import type { ReportFields } from './fields.ts';

/** What a reader typed into every field. */
export const TYPED: ReportFields = {
  hostname: 'www.example.com',
  rayId: '8f1e2d3c4b5a6978-FRA',
  first: new Date('2026-11-20T20:00:00-05:00'),
  last: new Date('2026-11-20T23:40:00-05:00'),
};

/** What a reader leaves empty. */
export const UNTYPED: ReportFields = { hostname: '', rayId: '', first: undefined, last: undefined };
