import { defineConfig } from 'vitest/config'

const outside = process.env['OUTSIDE'] === '1'
/** Where the counts go, when somebody wants to add them up. */
const report = process.env['REPORT']

export default defineConfig({
  test: {
    reporters: report ? ['default', ['json', { outputFile: report }]] : ['default'],
    include: outside ? ['test/outside/**/*.test.{ts,tsx}'] : ['test/**/*.test.{ts,tsx}'],
    exclude: outside ? [] : ['test/outside/**'],
    // The screen is tested with its colours, wherever the tests run.
    env: {
      FORCE_COLOR: '3',
      COLORTERM: 'truecolor',
      AWS_SDK_JS_NODE_VERSION_SUPPORT_WARNING_DISABLED: 'true',
    },
    testTimeout: 30_000,
    hookTimeout: 60_000,
  },
})
