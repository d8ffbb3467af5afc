import js from '@eslint/js';
import hooks from 'eslint-plugin-react-hooks';
import globals from 'globals';
import tseslint from 'typescript-eslint';
import { recordKinds } from './libs/contracts/src/record-ids.ts';

const types = ['**/*.ts', '**/*.tsx'];
const specs = ['**/*.spec.ts', '**/*.int-spec.ts', '**/*.workflow-spec.ts', 'test/**/*.ts'];
/** Decisions and procedures: what they know of time and chance is handed in. */
const pure = ['libs/{domain,calendar,contracts,forms,access,profiles,simulator}/src/**/*.ts', 'workflows/**/*.ts'];

const noEnum = { selector: 'TSEnumDeclaration', message: 'A closed set is a string union ended by assertNever.' };
const noDefault = {
  selector: 'ExportDefaultDeclaration',
  message: 'Named exports only; configs of tools are the exception.',
};
const noBareNow = {
  selector: "NewExpression[callee.name='Date'][arguments.length=0]",
  message: 'Now comes in as a value.',
};
const ownCondition = {
  selector: ':function[async=false], MemberExpression[object.property.name="now"]',
  message: 'A procedure looks at the standing by the conditions of libs/contracts: the executor wakes it by the same.',
};
const onlyOrSkip = {
  selector: 'MemberExpression[object.name=/^(describe|it|test)$/][property.name=/^(only|skip|todo)$/]',
  message: 'Every test runs.',
};
const importedEnv = {
  selector: "ImportSpecifier[imported.name='env']",
  message: 'Settings are read in config.ts, once and typed.',
};
const envElsewhere = { object: 'process', property: 'env', message: 'Settings are read in config.ts, once and typed.' };

/** What differs between kinds of records stands in a table that is total over them (`Record<RecordKind, …>`). */
const askedForKind = `Literal[value=/^(${recordKinds.join('|')})$/]`;
const noQuestionOfKind = [
  `BinaryExpression[operator=/^[!=]==?$/] > ${askedForKind}`,
  `SwitchCase > ${askedForKind}`,
  "BinaryExpression[operator='in'][left.type='Literal'][right.name=/^(state|standing)$/]",
].map((selector) => ({ selector, message: 'Of which kind a record is, is looked up in the registry of kinds.' }));

export default tseslint.config(
  { ignores: ['dist/', 'node_modules/', '.tsunagi/', 'coverage/', 'test-results/', 'apps/web/dist/', '.ci/'] },
  { linterOptions: { reportUnusedDisableDirectives: 'error', reportUnusedInlineConfigs: 'error' } },
  {
    files: ['**/*.mjs', '**/*.cjs'],
    extends: [js.configs.recommended],
    languageOptions: { globals: globals.node },
    rules: { 'prefer-const': 'error', 'object-shorthand': 'error', eqeqeq: 'error' },
  },
  {
    files: types,
    extends: [js.configs.recommended, tseslint.configs.strictTypeChecked],
    languageOptions: {
      parserOptions: {
        project: ['./tsconfig.json', './tsconfig.web.json', './tsconfig.browser-test.json'],
        tsconfigRootDir: import.meta.dirname,
      },
    },
    rules: {
      '@typescript-eslint/consistent-type-exports': 'error',
      '@typescript-eslint/consistent-type-imports': ['error', { fixStyle: 'inline-type-imports' }],
      '@typescript-eslint/no-extraneous-class': ['error', { allowWithDecorator: true }],
      '@typescript-eslint/no-floating-promises': 'error',
      '@typescript-eslint/no-misused-promises': 'error',
      '@typescript-eslint/no-unused-vars': ['error', { argsIgnorePattern: '^_', varsIgnorePattern: '^_' }],
      '@typescript-eslint/promise-function-async': 'error',
      '@typescript-eslint/restrict-template-expressions': ['error', { allowNumber: true }],
      '@typescript-eslint/return-await': ['error', 'in-try-catch'],
      '@typescript-eslint/switch-exhaustiveness-check': ['error', { considerDefaultExhaustiveForUnions: true }],
      'max-lines': ['error', { max: 300 }],
      'no-console': 'error',
      'no-restricted-properties': ['error', envElsewhere],
      'no-restricted-syntax': ['error', noEnum, noDefault, importedEnv, ...noQuestionOfKind],
      eqeqeq: 'error',
      'object-shorthand': 'error',
    },
  },
  {
    files: pure,
    ignores: specs,
    rules: {
      'no-restricted-properties': [
        'error',
        envElsewhere,
        { object: 'Date', property: 'now', message: 'Now comes in as a value.' },
        { object: 'Math', property: 'random', message: 'Chance comes in as a value.' },
      ],
      'no-restricted-syntax': ['error', noEnum, noDefault, importedEnv, ...noQuestionOfKind, noBareNow],
    },
  },
  {
    files: ['workflows/**/*.ts'],
    ignores: [...specs, 'workflows/follow/**'],
    rules: {
      'no-restricted-syntax': ['error', noEnum, noDefault, importedEnv, noBareNow, ownCondition],
      'no-restricted-globals': [
        'error',
        ...['setTimeout', 'setInterval', 'setImmediate'].map((name) => ({
          name,
          message: 'Waiting is `kase.until(reached)`; timers live in workflows/follow.',
        })),
      ],
      'no-restricted-imports': [
        'error',
        {
          paths: [
            {
              name: '@temporalio/workflow',
              importNames: ['sleep', 'condition'],
              message: 'Waiting is `kase.until(reached)`; timers live in workflows/follow.',
            },
          ],
        },
      ],
    },
  },
  {
    files: ['apps/web/**/*.ts', 'apps/web/**/*.tsx'],
    extends: [hooks.configs.flat['recommended-latest']],
    languageOptions: { globals: globals.browser },
  },
  {
    files: specs,
    rules: {
      '@typescript-eslint/no-non-null-assertion': 'off',
      'no-restricted-syntax': ['error', noEnum, noDefault, importedEnv, ...noQuestionOfKind, onlyOrSkip],
    },
  },
  {
    files: ['apps/{cli,local}/**/*.ts'],
    rules: { 'no-console': 'off' },
  },
  {
    files: ['**/config.ts', '**/*.config.ts'],
    rules: { 'no-restricted-properties': 'off' },
  },
  {
    files: ['**/*.config.ts'],
    rules: { 'no-restricted-syntax': ['error', noEnum] },
  },
);
