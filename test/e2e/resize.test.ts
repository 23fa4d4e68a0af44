import { expect, test } from 'vitest'
import { tick } from '../screen.ts'
import { seeded } from '../app/monkey.ts'
import { doStep, openLab } from './session.ts'

const seed = 7

test(`1,000 resizes while keys are pressed (seed ${seed}) leave a whole screen, and touch nothing above it`, async () => {
  const { program } = await openLab()
  const random = seeded(seed)
  const between = (least: number, most: number) => least + Math.floor(random() * (most - least + 1))
  const keys = ['down', 'up', 'tab', 'esc', 'page-down'] as const
  for (let count = 0; count < 1000; count++) {
    program.resize(between(20, 300), between(5, 100))
    if (count % 3 === 0) await program.press(keys[between(0, keys.length - 1)]!)
    else await new Promise(setImmediate)
  }
  program.resize(300, 100)
  await program.until(frame => frame.split('\n')[0]!.length === 300)
  program.resize(80, 24)
  await program.until(/^╭─{78}╮\n/)
  await program.press('esc', 'esc')
  const frame = await program.until('q quit')
  const fresh = await openLab()
  const number = Number(/▸ . +(\d+) /.exec(frame)![1])
  for (let at = 1; at < number; at++) await fresh.program.press('down')
  const step = `${/▸ . +\d+ (.*?) +│/.exec(frame)![1]}`
  const same = await fresh.program.until(`. ${step}`)
  const nameless = (text: string) =>
    text.replaceAll(/\d{12}|(?<=iam-lab-)(?:\d{6}|\w{6})/g, '#').replace(/ Esc: there is nothing.*/, '')
  expect(nameless(frame)).toBe(nameless(same))
  // Erasing the scrollback (ED 3) would take what stood in the terminal before.
  expect(program.written().split('\u001B[3J')).toHaveLength(1)
})

test('between two frames nothing is cleared, and a secret that was shown leaves nothing behind', async () => {
  const { program } = await openLab()
  await doStep(program, 'root-sign-in')
  await program.press('down', 'down')
  await program.until('3. Give root MFA')
  await program.press('enter')
  await program.until('Enter do this')
  await program.press('enter')
  const shown = await program.until('Enter type the codes')
  const seed = /(?:[A-Z2-7]{4} ){3}[A-Z2-7]{4}/.exec(shown)![0]
  await program.press('esc')
  await program.until('Enter plan')
  const before = program.written()
  await program.press('q')
  await program.exited
  expect(program.scrollback()).not.toContain(seed)
  expect(program.scrollback().trim()).toBe('')
  // Once, before the first frame.
  // eslint-disable-next-line no-control-regex
  expect(before.match(/\u001B\[[23]?J/g)).toEqual(['\u001B[J'])
  // The alternate screen is empty before it is left: a terminal keeps it.
  // eslint-disable-next-line no-control-regex
  expect(program.written().split('\u001B[?1049l')[0]).toMatch(/\u001B\[H\u001B\[J$/)
  expect(program.written()).not.toContain('\u001B[3J')
})

test.each([0, 5, 20, 45])(
  'a window that is small for %i ms, and then as it was, is drawn whole',
  async milliseconds => {
    const { program } = await openLab()
    const whole = program.frame()
    for (let count = 0; count < 5; count++) {
      program.resize(60, 10)
      await tick(milliseconds)
      program.resize(80, 24)
      expect(await program.until(frame => frame === whole)).toBe(whole)
    }
  },
)
