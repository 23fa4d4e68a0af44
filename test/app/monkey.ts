import type { Learner } from './learner.tsx'
import type { KeyName } from '../screen.ts'

/** The same numbers for the same seed (mulberry32, a public-domain generator). */
export const seeded = (seed: number) => () => {
  seed = (seed + 0x6d2b79f5) | 0
  let mixed = Math.imul(seed ^ (seed >>> 15), 1 | seed)
  mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed
  return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296
}

const named: KeyName[] = [
  'enter',
  'enter',
  'enter',
  'enter',
  'esc',
  'tab',
  'shift-tab',
  'up',
  'down',
  'left',
  'right',
  'home',
  'end',
  'page-up',
  'page-down',
  'backspace',
  'delete',
]
const letters = [
  ...'abcdghijklmnopqrstuvxyz0123456789/:? -_.@',
  'é',
  '漢',
  '👩🏽‍🚀',
  '\u0301',
  '\u0001',
  '\u0017',
  '\u001B[200~',
]
const pastes = ['one line', 'two\nlines\n', '\u001B]0;title\u0007', 'x'.repeat(400), '294328884964']
const sizes: [columns: number, rows: number][] = [
  [80, 24],
  [80, 24],
  [40, 15],
  [20, 5],
  [100, 30],
]

/**
 * Presses keys at random, as a child or a cat would: single ones, several in one piece, pastes, other sizes of the window.
 * After each it looks whether the screen still stands. Answers what was wrong.
 */
export const monkey = async (
  learner: Learner,
  { seed, keys, begin }: { seed: number; keys: number; begin?: () => Promise<void> },
): Promise<string[]> => {
  const random = seeded(seed)
  const any = <Item>(items: Item[]): Item => items[Math.floor(random() * items.length)]!
  const wrong: string[] = []
  for (let pressed = 0; pressed < keys;) {
    if (begin && random() < 0.05) await begin()
    const dice = random()
    if (dice < 0.35) {
      await learner.press(any(named))
      pressed += 1
    } else if (dice < 0.96) {
      const text = Array.from({ length: 1 + Math.floor(random() * 12) }, () => any(letters)).join('')
      await learner.type(text)
      pressed += text.length
    } else if (dice < 0.98) {
      await learner.paste(any(pastes))
      pressed += 1
    } else {
      await learner.resize(...any(sizes))
      pressed += 1
    }
    if (!learner.alternate()) wrong.push(`after ${pressed} keys the terminal is not ours`)
    if (learner.frame().trim() === '') wrong.push(`after ${pressed} keys the screen is empty`)
    if (wrong.length > 0) break
  }
  const failed = learner.exits.filter(([, error]) => error !== undefined)
  return [...wrong, ...failed.map(([code, error]) => `ended with ${code}: ${String(error)}`)]
}
