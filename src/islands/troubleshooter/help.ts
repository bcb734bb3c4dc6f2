/** What only an end needs: the words to ask for help with, and the report. A file of its own, fetched at the end. */
export { Escalate } from './Escalate.tsx';
export { ReportView } from './Report.tsx';
export { SiteWords } from './SiteWords.tsx';
