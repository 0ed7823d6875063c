import js from '@eslint/js';
import tseslint from 'typescript-eslint';

const nodeBuiltIns = {
  group: ['node:*'],
  message: 'Code of rules and workflows runs in the workflow sandbox and the browser.',
};

export default tseslint.config(
  {
    ignores: [
      'node_modules/',
      'prisma/generated/',
      'web/generated/',
      '.anjuan/',
      'dist/',
      'coverage/',
      'bench/peers/services/',
    ],
  },
  js.configs.recommended,
  ...tseslint.configs.strictTypeChecked,
  {
    languageOptions: { parserOptions: { projectService: true, tsconfigRootDir: import.meta.dirname } },
    rules: {
      '@typescript-eslint/consistent-type-imports': ['error', { fixStyle: 'separate-type-imports' }],
      '@typescript-eslint/no-deprecated': 'error',
      '@typescript-eslint/no-misused-promises': ['error', { checksVoidReturn: true }],
      '@typescript-eslint/switch-exhaustiveness-check': ['error', { considerDefaultExhaustiveForUnions: true }],
      '@typescript-eslint/restrict-template-expressions': ['error', { allowNumber: true, allowBoolean: true }],
      '@typescript-eslint/no-confusing-void-expression': 'off',
      '@typescript-eslint/no-non-null-assertion': 'error',
      '@typescript-eslint/prefer-literal-enum-member': 'off',
      '@typescript-eslint/no-invalid-void-type': 'off',
      '@typescript-eslint/no-unnecessary-type-parameters': 'off',
      '@typescript-eslint/no-empty-function': 'off',
      '@typescript-eslint/no-empty-object-type': ['error', { allowInterfaces: 'with-single-extends' }],
      '@typescript-eslint/no-shadow': 'error',
      'no-console': 'error',
      'max-lines': ['error', { max: 400, skipBlankLines: true, skipComments: true }],
    },
  },
  {
    files: ['rules/**', 'workflows/**'],
    ignores: ['**/*.test.ts', 'workflows/beside.ts'],
    rules: {
      'no-restricted-imports': ['error', { patterns: [nodeBuiltIns] }],
    },
  },
  {
    files: ['rules/**', 'workflows/**'],
    // It is no part of the workflow code.
    ignores: ['**/*.test.ts', 'rules/time/published-calendar.ts'],
    rules: {
      'no-restricted-syntax': [
        'error',
        {
          selector: ':matches(Program, Program > ExportNamedDeclaration) > VariableDeclaration[kind="let"]',
          message:
            'Modules are shared by all cases of a worker and remember nothing: docs/decisions/0010-shared-modules.md.',
        },
      ],
    },
  },
  {
    files: ['api/**', 'worker/**', 'activities/**', 'prisma/**', 'bench/**', 'test/**'],
    ignores: ['**/*.test.ts'],
    rules: {
      'no-restricted-syntax': [
        'error',
        {
          selector: 'NewExpression[callee.name="Client"]',
          message: 'Use temporalClient of config/temporal-client.ts: another one writes payloads unencrypted.',
        },
      ],
    },
  },
  {
    files: [
      'dev/**',
      'bench/**',
      'test/*.ts',
      'worker/no-promise-hook.ts',
      'prisma/{make-migration,migrate,roles,setup,create-admin}.ts',
    ],
    rules: { 'no-console': 'off' },
  },
  {
    // Tests and rehearsals read the answers of the API as its callers do: as JSON.
    files: ['**/*.test.ts', 'test/**', 'dev/rehearsal/**', 'api/testing/**'],
    rules: {
      '@typescript-eslint/no-shadow': 'off',
      '@typescript-eslint/no-unused-vars': ['error', { varsIgnorePattern: '^_', ignoreRestSiblings: true }],
      'max-lines': 'off',
      '@typescript-eslint/no-explicit-any': 'off',
      '@typescript-eslint/no-non-null-assertion': 'off',
      '@typescript-eslint/no-unsafe-argument': 'off',
      '@typescript-eslint/no-unsafe-assignment': 'off',
      '@typescript-eslint/no-unsafe-call': 'off',
      '@typescript-eslint/no-unsafe-member-access': 'off',
      '@typescript-eslint/no-unsafe-return': 'off',
      '@typescript-eslint/require-await': 'off',
    },
  },
  { files: ['eslint.config.js', '.dependency-cruiser.mjs'], ...tseslint.configs.disableTypeChecked },
);
