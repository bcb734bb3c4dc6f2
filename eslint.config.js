import astro from 'eslint-plugin-astro';
import tseslint from 'typescript-eslint';

/** Imports that a folder must not make: DESIGN section 5, "imports go one way". */
const layer = (files, forbidden, message) => ({
  files,
  rules: {
    '@typescript-eslint/no-restricted-imports': [
      'error',
      { patterns: [{ regex: forbidden, message, allowTypeImports: files[0].includes('components') }] },
    ],
  },
});

const above = (...folders) => `(^|/)\\.\\./(?:.*/)?(?:${folders.join('|')})/`;

export default tseslint.config(
  { ignores: ['dist/', '.astro/', 'node_modules/', 'content/', 'public/', '.cache/'] },
  ...tseslint.configs.strictTypeChecked,
  ...tseslint.configs.stylisticTypeChecked,
  ...astro.configs.recommended,
  {
    languageOptions: {
      parserOptions: { projectService: true, extraFileExtensions: ['.astro'], tsconfigRootDir: import.meta.dirname },
    },
    linterOptions: { reportUnusedDisableDirectives: 'error' },
    rules: {
      '@typescript-eslint/consistent-type-imports': 'error',
      '@typescript-eslint/no-import-type-side-effects': 'error',
      'max-lines': ['error', { max: 250, skipBlankLines: true, skipComments: true }],
      eqeqeq: 'error',
      'no-console': 'error',
    },
  },
  layer(
    ['src/domain/**/*.ts'],
    `${above('knowledge', 'islands', 'components', 'layouts', 'pages', 'build', 'content')}|^(astro|preact|zod|node)\\b`,
    'domain is pure: it imports nothing but domain',
  ),
  layer(
    ['src/knowledge/**/*.ts'],
    `${above('islands', 'components', 'layouts', 'pages', 'build')}|(^|/)parsers/`,
    'knowledge imports domain and content only, and its parsers belong to the command line and the tests',
  ),
  layer(
    ['src/islands/**/*.{ts,tsx}'],
    `${above('knowledge', 'components', 'layouts', 'pages', 'build', 'content')}|^\\.\\./(?!\\.\\./|path/|shared/)|^(astro|zod|node)\\b`,
    'islands import domain, their own folder and islands/path and islands/shared only',
  ),
  layer(
    ['src/components/**/*.{ts,astro}'],
    `${above('knowledge', 'islands', 'layouts', 'pages', 'build', 'content')}|^(preact|zod)\\b`,
    'components import domain and other components; pages join them with knowledge and islands',
  ),
  { files: ['src/knowledge/cli.ts'], rules: { '@typescript-eslint/no-restricted-imports': 'off' } },
  layer(
    ['lab/edge/**/*.ts'],
    `${above('runner', 'world', 'knowledge', 'islands', 'components', 'layouts', 'pages', 'build', 'content')}`,
    'the edge knows nothing of the lab around it: everything comes with the probe',
  ),
  {
    files: ['**/*.{js,mjs}', '**/*.astro', '**/*.astro/*.{js,ts}'],
    extends: [tseslint.configs.disableTypeChecked],
  },
  {
    files: ['src/knowledge/{cli,tree,analyze}.ts', 'tests/**', 'src/build/**', 'astro.config.mjs'],
    rules: { 'no-console': 'off' },
  },
  // Tables of cases are data: one list reads better than two.
  { files: ['**/*.test.ts', 'src/knowledge/mutations/**'], rules: { 'max-lines': 'off' } },
);
