import { GetContactInformationCommand } from '@aws-sdk/client-account'
import { expect, test } from 'vitest'
import { createGuide } from '../../src/aws/guide.ts'
import { operationOf, type Send } from '../../src/lab/account.ts'
import type { ConsoleTask } from '../../src/lab/console.ts'

const tasks: ConsoleTask[] = [
  'sign-in-as-root',
  'activate-root-mfa',
  'deactivate-root-mfa',
  'activate-iam-access-to-billing',
  'deactivate-iam-access-to-billing',
  'sign-out',
  'sign-in-as-admin',
]

/** A guide at an account whose contact has this phone, and what it did by itself. */
const guide = (PhoneNumber?: string) => {
  const did: string[] = []
  const look: Send = async <Output>(call: Parameters<Send>[0]) => {
    did.push(operationOf(call).join(':'))
    return { ContactInformation: { PhoneNumber } } as Output
  }
  const doing = (what: string) => async () => void did.push(what)
  const console = createGuide({
    look,
    signInAsRoot: doing('root'),
    signInAsAdmin: doing('admin'),
    signOut: () => void did.push('out'),
    signInUrl: () => 'https://111122223333.signin.aws.amazon.com/console',
  })
  return { console, did }
}

test.each(tasks)('%s: says where and what, and asks for no password, seed or code', async task => {
  const page = await guide().console.page(task)
  expect(page.fields).toEqual({})
  expect(page.shows).toBeUndefined()
  expect(page.instructions.join(' ')).not.toBe('')
  expect(page.url).toMatch(task === 'sign-out' ? /^$/ : /^https:\/\/([\w.-]+\.)?aws\.amazon\.com\//)
})

test('what only a person can do waits for the person, and what an API shows is watched', async () => {
  const { console } = guide()
  const kinds = await Promise.all(
    tasks.map(async task => {
      const { byHand = false, watched = false } = await console.page(task)
      return [task, byHand, watched]
    }),
  )
  expect(kinds).toEqual([
    ['sign-in-as-root', false, false],
    ['activate-root-mfa', true, true],
    ['deactivate-root-mfa', true, false],
    ['activate-iam-access-to-billing', true, false],
    ['deactivate-iam-access-to-billing', true, false],
    ['sign-out', false, false],
    ['sign-in-as-admin', false, false],
  ])
})

test('before root’s MFA the phone on file is shown by its last digits alone', async () => {
  const { console, did } = guide('+1 206 555 0142')
  const { instructions } = await console.page('activate-root-mfa')
  expect(instructions[0]).toBe('The phone on file ends in 0142. Is it still yours?')
  expect(instructions.join(' ')).not.toContain('206')
  expect(did).toEqual([operationOf(new GetContactInformationCommand({})).join(':')])
  expect((await guide().console.page('activate-root-mfa')).instructions[0]).toContain('has no phone on file')
})

test('it signs in and out itself, and does nothing else', async () => {
  const { console, did } = guide()
  for (const task of tasks) expect(await console.submit(task, {})).toBeUndefined()
  expect(did).toEqual(['root', 'out', 'admin'])
})
