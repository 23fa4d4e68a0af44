import { expect, test, vi } from 'vitest'
import type { ApiCall } from '../../src/lab/account.ts'
import type { Sitting } from '../../src/lab/sitting.ts'
import { shown } from '../../src/lab/shown.ts'
import { sitDown } from './learner.tsx'

/** A title for the window, a cleared screen, hidden text, a cursor sent home, text turned around. */
const hostile = 'a\u001B]0;pwned\u0007\u001B[2J\u001B[8m\u009B1;1H\r\u007F\u202Eb'

/** An account that has such an alias, and answers like that when another is wanted. */
const accountSaying = (text: string) => (sitting: Sitting) => {
  const { account } = sitting
  const { send } = account
  account.send = (async (call: ApiCall) => {
    const name = call.constructor.name
    if (name.startsWith('ListAccountAliases')) return { $metadata: {}, AccountAliases: [text] }
    if (name.startsWith('CreateAccountAlias'))
      throw Object.assign(new Error(`The alias ${text} is no alias.`), { name: text, $metadata: {} })
    return send(call)
  }) as typeof send
  return sitting
}

/** What a learner sees of it: the header, the plan, the refusal, the log, the drawing, what is found. */
const frames = async (text: string) => {
  const learner = await sitDown({ around: accountSaying(text), columns: 110, rows: 40 })
  const seen = [await learner.until('pwned')]
  await learner.press('down', 'up')
  await learner.press('down')
  seen.push(await learner.enter('Enter do this'), await learner.enter('What to do:'))
  for (const key of ['l', 'd', '/']) {
    await learner.type(key)
    await learner.until(after => after !== seen.at(-1))
    seen.push(learner.frame())
    await learner.press('esc')
  }
  await learner.leave()
  return seen.map(frame => frame.replaceAll(/\d+ ms|[0-9a-f]{8}-[0-9a-f-]+|\d{12}|(?<=iam-lab-)\d{6}/g, '0'))
}

test('what an account says in control sequences is shown, and not obeyed', async () => {
  vi.useFakeTimers({ toFake: ['Date'], now: new Date('2026-01-02T03:04:05Z') })
  const [said, drawn] = [await frames(hostile), await frames(shown(hostile))]
  vi.useRealTimers()
  expect(said).toEqual(drawn)
  expect(said.filter(frame => frame.includes('a␛]0;pwned␇␛[2J')).length).toBeGreaterThanOrEqual(4)
})
