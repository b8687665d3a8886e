// Rules of the house: hooks, the one-way imports of docs/architecture.md, and what of strict TypeScript needs no types;
// what needs them is in .oxlintrc.json, where the native compiler tells the types in a tenth of the time.
import js from '@eslint/js';
import importX from 'eslint-plugin-import-x';
import hooks from 'eslint-plugin-react-hooks';
import { readdirSync } from 'node:fs';
import { builtinModules } from 'node:module';
import path from 'node:path';
import tseslint from 'typescript-eslint';

const features = readdirSync(path.join(import.meta.dirname, 'renderer/features'));

/** A store's selector that answers with something new each time draws its page again without end. */
const SELECTOR =
  'CallExpression[callee.name=/^use(Session|Directory|Sync|Web|Products|Books|Kept)$/] > ArrowFunctionExpression';
const NEW_EACH_TIME = [
  'ObjectExpression.body',
  'ArrayExpression.body',
  'LogicalExpression.body > :matches(ObjectExpression, ArrayExpression).right',
].map((what) => ({
  selector: `${SELECTOR} > ${what}`,
  message: 'Select what is stored; make new objects outside of the selector.',
}));

const zone = (target, from, message) => ({ target, from, message });

/** Who may not import whom. */
const zones = [
  zone(
    './shared',
    ['./electron', './renderer', './server', './scripts', './print'],
    'shared/ is pure: it imports nothing of the shell or the page.',
  ),
  zone('./print', ['./electron', './renderer', './server'], 'Paper knows neither the shell nor the page.'),
  zone('./electron', './renderer', 'The shell does not know the page.'),
  zone('./server', ['./electron', './renderer'], 'The endpoint shares shared/ alone.'),
  zone(['./electron', './renderer'], './server', 'Desks reach the endpoint over HTTP.'),
  zone('./renderer', './electron', 'The page reaches the shell through shared/host.ts only.'),
  zone(
    './renderer/data',
    ['./renderer/ui', './renderer/features', './renderer/app'],
    'data is below ui, features and app.',
  ),
  zone('./renderer/ui', ['./renderer/features', './renderer/app'], 'ui is below features and app.'),
  zone('./renderer/features', './renderer/app', 'Features are below app.'),
  ...features.map((name) => ({
    target: `./renderer/features/${name}`,
    from: './renderer/features',
    except: [`./${name}`],
    message: 'A feature never imports another one; move what two need to ui/ or shared/.',
  })),
];

const restrict = (names, message) => ['error', { paths: names.map((name) => ({ name, message })) }];

export default tseslint.config(
  {
    ignores: ['out/', 'dist/', 'node_modules/', 'shared/core/validators.generated.js', 'renderer/ui/fonts/'],
  },
  js.configs.recommended,
  ...tseslint.configs.strict,
  {
    files: ['**/*.{ts,tsx,mts}'],
    rules: {
      '@typescript-eslint/consistent-type-imports': 'error',
      '@typescript-eslint/no-unused-vars': ['error', { argsIgnorePattern: '^_', varsIgnorePattern: '^_' }],
      'no-control-regex': 'off',
      // Full-width spaces are ordinary in Chinese text.
      'no-irregular-whitespace': ['error', { skipStrings: true, skipTemplates: true, skipJSXText: true }],
      eqeqeq: 'error',
    },
  },
  {
    files: ['{shared,print,electron,renderer,server}/**/*.{ts,tsx}'],
    plugins: { 'import-x': importX },
    settings: {
      'import-x/resolver-next': [
        importX.createNodeResolver({
          extensions: ['.ts', '.tsx', '.js'],
          alias: { '@shared': ['./shared'] },
        }),
      ],
    },
    rules: { 'import-x/no-restricted-paths': ['error', { zones }] },
  },
  {
    files: ['shared/**/*.ts'],
    rules: {
      'no-restricted-imports': [
        'error',
        {
          paths: [
            'electron',
            'react',
            'react-dom',
            'react-i18next',
            'rxdb',
            'rxjs',
            'dexie',
            ...builtinModules,
          ].map((name) => ({
            name,
            message: 'shared/ is pure.',
          })),
          patterns: [{ group: ['node:*', 'react/*', 'react-dom/*', 'rxdb/*'], message: 'shared/ is pure.' }],
        },
      ],
      'no-restricted-globals': [
        'error',
        'window',
        'document',
        'navigator',
        'location',
        'process',
        'Buffer',
        'indexedDB',
        'localStorage',
        'fetch',
      ],
      'no-restricted-properties': [
        'error',
        { object: 'Date', property: 'now', message: 'Commands and rules get their time from the context.' },
      ],
    },
  },
  {
    files: ['electron/**/*.ts'],
    ignores: ['electron/ipc.ts', 'electron/preload.ts'],
    rules: {
      'no-restricted-imports': [
        'error',
        {
          paths: [
            {
              name: 'electron',
              importNames: ['ipcMain', 'ipcRenderer'],
              message: 'Channels are declared in shared/host.ts and handled in ipc.ts.',
            },
          ],
        },
      ],
    },
  },
  {
    files: ['renderer/**/*.{ts,tsx}'],
    plugins: { 'react-hooks': hooks },
    rules: {
      'react-hooks/rules-of-hooks': 'error',
      'react-hooks/exhaustive-deps': 'error',
      'no-restricted-imports': restrict(['electron'], 'The page has no Electron.'),
      'no-restricted-syntax': ['error', ...NEW_EACH_TIME],
    },
  },
  {
    files: ['**/*.mjs'],
    languageOptions: {
      globals: {
        process: 'readonly',
        console: 'readonly',
        URL: 'readonly',
        TextDecoder: 'readonly',
        Buffer: 'readonly',
        setTimeout: 'readonly',
        clearTimeout: 'readonly',
        fetch: 'readonly',
        performance: 'readonly',
      },
    },
  },
  {
    // Benches hand functions over to the page.
    files: ['test/bench/*.mjs'],
    languageOptions: {
      globals: Object.fromEntries(
        ['window', 'document', 'requestAnimationFrame', 'MessageChannel', 'crypto', 'WebSocket'].map(
          (name) => [name, 'readonly'],
        ),
      ),
    },
  },
  { files: ['test/**/*.ts'], rules: { '@typescript-eslint/no-non-null-assertion': 'off' } },
);
