/** Pages that stand for themselves: path, title, and the line that says what they answer. */
export const SEARCH_PAGES = [
  [
    '/troubleshoot/',
    'Troubleshooter: from the symptoms to the cause',
    'Answer a few questions and get the likely causes in order. Works without a code.',
  ],
  ['/causes/', 'Causes: what to repair', 'Every root cause, by where it lies, with the codes it produces.'],
  [
    '/compare/',
    'Compare the codes',
    'All codes side by side: where it breaks, how long it takes, whether to retry, what to check first.',
  ],
  [
    '/clients/',
    'Retries: API clients and HTTP libraries',
    'Whether the request was carried out, how long to wait, when to give up, and working code for curl, Python, Node, PHP and Go.',
  ],
  [
    '/disputes/',
    'Claims that circulate, checked',
    'Popular advice about 52x errors: right, wrong, outdated, and how we know.',
  ],
  [
    '/lab/',
    'The lab: faults reproduced',
    'What was tried in front of a simulated edge, what it showed, and which fixes were verified.',
  ],
  ['/sources/', 'Sources: how we know', 'Every source with its date, and where to send a correction.'],
] as const;
