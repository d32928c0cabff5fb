import js from '@eslint/js'
import jsxA11y from 'eslint-plugin-jsx-a11y'
import reactHooks from 'eslint-plugin-react-hooks'
import tseslint from 'typescript-eslint'

const restrict = (group, message) => ({
  'no-restricted-imports': ['error', { patterns: [{ group, message }] }],
})

export default tseslint.config(
  { ignores: ['dist', 'node_modules'] },
  js.configs.recommended,
  ...tseslint.configs.strict,
  reactHooks.configs.flat.recommended,
  jsxA11y.flatConfigs.recommended,
  {
    rules: {
      'max-lines': ['error', 300],
      'max-lines-per-function': ['error', { max: 70, skipBlankLines: true, skipComments: true }],
      '@typescript-eslint/no-non-null-assertion': 'off',
      'jsx-a11y/no-autofocus': 'off',
    },
  },
  {
    files: ['public/*.js'],
    languageOptions: {
      globals: {
        self: true,
        caches: true,
        fetch: true,
        URL: true,
        document: true,
        localStorage: true,
        matchMedia: true,
        clients: true,
        Response: true,
      },
    },
  },
  { files: ['**/*.test.*', 'e2e/**'], rules: { 'max-lines-per-function': 'off' } },
  {
    files: ['src/platform/**'],
    rules: restrict(['@/features/**', '@/app/**', '**/features/**'], 'platform knows no feature'),
  },
  {
    files: ['src/features/**'],
    rules: restrict(
      ['@/app/**', '@/features/*/**', '../../*'],
      'a feature uses the platform and the index of another feature',
    ),
  },
)
