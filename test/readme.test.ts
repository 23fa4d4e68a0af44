import { readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { expect, test } from 'vitest'
import { bindings, otherKeys } from '../src/app/keys.ts'
import { steps } from '../src/lab/lab.ts'

const file = new URL('../README.md', import.meta.url)
const readme = () => readFileSync(file, 'utf8')

/** What stands in the README between `<!-- name -->` and `<!-- /name -->`. */
const section = (name: string) => new RegExp(`(<!-- ${name}\\b[^>]*-->\n)([\\s\\S]*?)(<!-- /${name} -->)`)

const keys = () =>
  [
    '| key | what it does |',
    '|---|---|',
    ...[...bindings, ...otherKeys].map(({ keys, help }) => `| \`${keys}\` | ${help} |`),
    '',
  ].join('\n')

test('the table of keys is the one that the program works by', () => {
  // `npm run readme` writes it.
  if (process.env['WRITE_README']) writeFileSync(file, readme().replace(section('keys'), `$1${keys()}$3`))
  expect(section('keys').exec(readme())![2]).toBe(keys())
})

test('the table of steps has every step, in order', () => {
  const rows = [...readme().matchAll(/^\| (\d+) \| `([\w-]+)` \|/gm)].map(
    ([, number, id]) => `${number} ${id}`,
  )
  expect(rows).toEqual(steps.map(({ id }, index) => `${index + 1} ${id}`))
})

test('every step can be learnt from: two sentences, three hints, a question, a page of AWS', () => {
  for (const { id, why, hints, docs, question } of steps) {
    expect([2, 3]).toContain(question.choices.length)
    expect(question.choices[question.right]).toBeDefined()
    expect(question.docs).toMatch(/^https:\/\/docs\.aws\.amazon\.com\//)
    expect(why.split(/[.!?](?:\s|$)/).filter(Boolean).length, `${id}: ${why}`).toBe(2)
    expect(hints).toHaveLength(3)
    expect(docs.url).toMatch(/^https:\/\/docs\.aws\.amazon\.com\//)
  }
})

test('every concept is met in some step', async () => {
  const { concepts } = await import('../src/lab/concepts.ts')
  const met = new Set(steps.flatMap(({ concepts }) => concepts))
  expect(Object.keys(concepts).filter(id => !met.has(id as never))).toEqual([])
})

test('every picture is there for dark and light pages, and says in words what it shows', () => {
  const shown = [
    ...readme().matchAll(
      /<source media="\(prefers-color-scheme: dark\)" srcset="(.*)-dark\.svg">\n {2}<img src="(.*)-light\.svg" alt="(.*)">/g,
    ),
  ]
  const folder = new URL('../docs/pictures/', import.meta.url)
  const files = shown.flatMap(([, dark, light]) => [`${dark}-dark.svg`, `${light}-light.svg`])
  expect(files.toSorted()).toEqual(
    readdirSync(folder)
      .map(name => `docs/pictures/${name}`)
      .toSorted(),
  )
  for (const [, dark, light, alt] of shown)
    for (const file of [`${dark}-dark.svg`, `${light}-light.svg`])
      expect(readFileSync(new URL(`../${file}`, import.meta.url), 'utf8')).toContain(`<title>${alt}</title>`)
})
