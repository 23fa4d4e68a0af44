import { expect, test } from 'vitest'
import { find, tools } from './tools.ts'

test.each(Object.keys(tools) as (keyof typeof tools)[])('%s is installed', tool => {
  expect(find(tool)).toMatch(/^\//)
})
