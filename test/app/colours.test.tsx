import { readdirSync } from 'node:fs'
import { expect, onTestFinished, test, vi } from 'vitest'
import { Start } from '../../src/app/screens/Start.tsx'
import { openSimulated } from '../../src/simulated.ts'
import { constant, constantCells, homeOfAlways, now } from '../constant.ts'
import { owner } from '../live/owner.ts'
import { sitDown as sitAtRealAccount } from '../live/sit-down.ts'
import type { Awaited, KeyName } from '../screen.ts'
import { dark } from '../svg/palettes.ts'
import { svg } from '../svg/svg.ts'
import { open, type Terminal } from '../terminal.tsx'
import { doLab, sitDown } from './learner.tsx'

/** One way on: keys, or the lab done as far as that step; then what is shown, and the name by which the screen is kept. */
type Way = { keys?: KeyName[]; lab?: string; shows: Awaited; keep?: string }

/** A heading alone on its line, beside the list of steps or below the strip. */
const heading = (title: string) => new RegExp(`(?:│ |^ )${title}\\s*$`, 'm')

/** Before anything is opened. */
const start: Way[] = [
  { shows: '▸ Practise', keep: 'start-practice' },
  { keys: ['down'], shows: '▸ A real account', keep: 'start-real' },
]

/** A practice account, from its first screen to its last. */
const practice: Way[] = [
  { shows: 'Enter plan', keep: 'reading' },
  { keys: ['?'], shows: heading('Keys'), keep: 'keys' },
  { keys: ['esc', '/', 'm', 'f', 'a'], shows: '▸ step  3. Give root MFA', keep: 'find' },
  { keys: ['esc', ':', 'c', 'o', 'p', 'y'], shows: 'Off: the commands', keep: 'palette' },
  { keys: ['esc', 'down', 'enter'], shows: 'What to do', keep: 'refused-by-aws' },
  { keys: ['esc', 'up', 'enter'], shows: 'Enter do this' },
  { keys: ['enter'], shows: 'Enter send', keep: 'console-page' },
  { keys: ['q'], shows: 'Work is under way.', keep: 'quit-asks' },
  { keys: ['esc', 'tab', 'tab', 'x', 'enter'], shows: 'Your authentication', keep: 'wrong-password' },
  { keys: ['tab', 'tab', 'backspace', 'enter'], shows: 'Enter next step', keep: 'verified' },
  { lab: '2. Name the account', shows: 'Enter plan' },
  { keys: ['tab', 'end', '-', '-'], shows: '✗ No hyphen', keep: 'field-with-problem' },
  { keys: ['backspace', 'backspace', 'esc', 'enter'], shows: 'Enter do this', keep: 'change-of-a-value' },
  { lab: '3. Give root MFA', shows: 'Enter plan' },
  { keys: ['enter'], shows: 'Enter do this' },
  { keys: ['enter'], shows: 'Enter type the codes', keep: 'qr-code' },
  { keys: ['enter', '1', '2', '3', '4'], shows: '[1][2][3] [4]', keep: 'codes' },
  { keys: ['5', '6', '1', '2', '3', '4', '5', '6', 'enter'], shows: 'the same', keep: 'wrong-codes' },
  { keys: ['v'], shows: 'Enter type these codes', keep: 'phone' },
  { keys: ['esc', 'esc', 'b'], shows: 'Month-to-date cost', keep: 'billing' },
  { keys: ['esc'], shows: 'Enter plan' },
  { lab: '5. Set a password policy', shows: 'Enter plan', keep: 'reading-with-form' },
  { keys: ['up'], shows: 'attested  ', keep: 'attested' },
  { keys: ['down', 'enter'], shows: 'Enter do this', keep: 'plan' },
  { keys: ['enter'], shows: 'Enter next step', keep: 'applied' },
  { keys: ['d'], shows: 'and the steps to come', keep: 'drawing' },
  { keys: ['l'], shows: heading('Call log'), keep: 'log' },
  { keys: ['g'], shows: heading('Glossary'), keep: 'glossary' },
  { keys: ['esc'], shows: 'Enter' },
  { lab: '7. Make an admin user', shows: 'Enter plan' },
  { keys: ['enter'], shows: 'Enter do this', keep: 'plan-with-secrets' },
  { lab: '9. Sign root out', shows: 'Enter plan' },
  { keys: ['h', 'h', 'h'], shows: 'Hint 3 of 3', keep: 'hints' },
  { keys: ['e'], shows: 'answers at', keep: 'served' },
  { keys: ['esc'], shows: ':4265' },
  { lab: 'to the end', shows: 'The lab is done', keep: 'done' },
  { keys: ['x'], shows: 'Enter delete it', keep: 'delete-file' },
]

/** A real account, as far as the first change, which it asks about. */
const real: Way[] = [
  { shows: 'IAM users sign in at an address', keep: 'real-account' },
  { keys: ['enter'], shows: 'Enter do this' },
  { keys: ['enter'], shows: 'This changes the account', keep: 'real-account-consent' },
]

/** The smallest window, the usual one, and a large one. */
const sizes = [
  [40, 15],
  [80, 24],
  [120, 40],
] as const
const folder = new URL('frames/svg/', import.meta.url)
const titleOf = (name: string) => name[0]!.toUpperCase() + name.slice(1).replaceAll('-', ' ')

/** The names of what is kept on these ways. */
const kept = (ways: Way[]) => ways.flatMap(({ keep }) => keep ?? [])

/** Keeps the screens of one size: each with its colours, and all of them as text. Answers their names. */
const keep = async (ways: string, [columns, rows]: Size, kept: Kept[]) => {
  const frames = kept.map(({ name, frame }) => `--- ${name}\n${frame}\n`).join('')
  await expect(frames).toMatchFileSnapshot(`frames/${ways}-${columns}x${rows}.txt`)
  for (const { name, picture } of kept)
    await expect(picture).toMatchFileSnapshot(`frames/svg/${columns}x${rows}/${name}.svg`)
  return kept.map(({ name }) => name)
}

type Size = readonly [columns: number, rows: number]
type Kept = { name: string; frame: string; picture: string }

/** Whether a frame has a text, which a narrow window may break into lines. */
const wherever = (text: string) => (frame: string) =>
  frame.includes(text) || frame.replaceAll(/\s+/g, ' ').includes(text)

/** Goes all the ways, and answers what is kept. */
const walk = async (terminal: Terminal, ways: Way[]) => {
  const kept: Kept[] = []
  for (const { keys = [], lab, shows, keep } of ways) {
    if (lab) await doLab(terminal, lab)
    await terminal.press(...keys)
    await terminal.until(typeof shows === 'string' ? wherever(shows) : shows)
    if (keep) {
      const picture = svg(constantCells(terminal.cells()), dark, titleOf(keep))
      kept.push({ name: keep, frame: constant(terminal.frame()), picture })
    }
  }
  return kept
}

test.each(sizes)(
  'the choice between practice and a real account is at %ix%i as it was looked at',
  async (...size) => {
    const [columns, rows] = size
    const terminal = await open(<Start onChosen={() => {}} onExit={() => {}} />, { columns, rows })
    onTestFinished(terminal.close)
    expect(await keep('start', size, await walk(terminal, start))).toEqual(kept(start))
  },
)

test.each(sizes)('every kind of screen is at %ix%i as it was looked at', async (...size) => {
  const [columns, rows] = size
  vi.useFakeTimers({ toFake: ['Date'], now })
  onTestFinished(() => void vi.useRealTimers())
  const opened = await openSimulated({ home: homeOfAlways(), account: 'practice', now: () => new Date() })
  onTestFinished(opened.close)
  // How long a call took differs from run to run, and moves what stands behind it in the log.
  const { progress } = opened.sitting
  const entries = progress.entries
  progress.entries = () => entries().map(entry => ('ms' in entry ? { ...entry, ms: 0 } : entry))
  // Which port is free differs from one machine to another.
  const serve = async () => ({ endpoint: 'http://127.0.0.1:4265', close: async () => {} })
  const learner = await sitDown({ opening: async () => ({ ...opened, serve }), columns, rows })
  expect(await keep('practice', size, await walk(learner, practice))).toEqual(kept(practice))
})

test.each(sizes)('a real account differs at %ix%i from a practice account', async (...size) => {
  const [columns, rows] = size
  const at = await owner()
  onTestFinished(at.close)
  const { close, open } = await sitAtRealAccount(at)
  close()
  const opened = await open()
  onTestFinished(opened.close)
  const learner = await sitDown({ label: 'LIVE', opening: async () => opened, columns, rows })
  expect(await keep('real', size, await walk(learner, real))).toEqual(kept(real))
})

test('what is kept is shown on one page, and nothing else is kept', async () => {
  const folders = sizes.map(([columns, rows]) => `${columns}x${rows}`)
  const names = kept([...start, ...practice, ...real])
  const pictures = names.map(name => [
    `## ${titleOf(name)}\n`,
    ...folders.map(size => `![${titleOf(name)}, ${size}](${size}/${name}.svg)\n`),
  ])
  const page = ['# The screens with their colours\n', ...pictures.flat()].join('\n')
  await expect(page).toMatchFileSnapshot('frames/svg/README.md')
  const wanted = names.map(name => `${name}.svg`)
  for (const size of folders)
    expect(readdirSync(new URL(`${size}/`, folder)).toSorted()).toEqual(wanted.toSorted())
})
