import {
  CreateAccessKeyCommand,
  DeleteAccessKeyCommand,
  DeleteLoginProfileCommand,
  DetachGroupPolicyCommand,
  ListAccessKeysCommand,
  RemoveUserFromGroupCommand,
  UpdateAccessKeyCommand,
} from '@aws-sdk/client-iam'
import { expect, test } from 'vitest'
import type { ApiCall } from '../../src/lab/account.ts'
import type { Ask } from '../../src/lab/console.ts'
import { steps } from '../../src/lab/lab.ts'
import { inWords, learner, perform } from './learner.ts'

const signOut = steps.find(({ id }) => id === 'root-sign-out')!
const signIn = steps.find(({ id }) => id === 'root-sign-in')!

/** Root, with all done that has to be done before it leaves. */
const ready = async () => {
  const lab = await learner()
  await lab.reach('credentials-csv')
  const { send } = lab.sitting.account
  const { AccessKeyMetadata } = await send(new ListAccessKeysCommand({ UserName: 'admin' }))
  return { ...lab, send, AccessKeyId: AccessKeyMetadata![0]!.AccessKeyId! }
}

const administratorAccess = 'arn:aws:iam::aws:policy/AdministratorAccess'
const UserName = 'admin'
const GroupName = 'Administrators'
type Row = { what: string; done: (AccessKeyId: string) => ApiCall; says: string }
const lockOuts: Row[] = [
  {
    what: 'the admin is in no group',
    done: () => new RemoveUserFromGroupCommand({ UserName, GroupName }),
    says: 'The user admin is not in the group Administrators.',
  },
  {
    what: 'the group may do nothing',
    done: () => new DetachGroupPolicyCommand({ GroupName, PolicyArn: administratorAccess }),
    says: 'The group Administrators does not have AdministratorAccess.',
  },
  {
    what: 'the admin has no password',
    done: () => new DeleteLoginProfileCommand({ UserName }),
    says: 'admin has no console password.',
  },
  {
    what: 'the key is switched off',
    done: AccessKeyId => new UpdateAccessKeyCommand({ UserName, AccessKeyId, Status: 'Inactive' }),
    says: 'The key of admin does not work: InvalidClientTokenId.',
  },
  {
    what: 'the key is gone',
    done: AccessKeyId => new DeleteAccessKeyCommand({ UserName, AccessKeyId }),
    says: 'The key of admin does not work: InvalidClientTokenId.',
  },
]
test.each(lockOuts)('root stays while $what', async ({ done, says }) => {
  const { send, plan, AccessKeyId } = await ready()
  await send(done(AccessKeyId))
  await expect(plan(signOut)).rejects.toThrow(`Root stays: the admin could not take over yet. ${says}`)
})

const rootKeys = async (send: (call: ListAccessKeysCommand) => Promise<any>): Promise<string[]> =>
  (await send(new ListAccessKeysCommand({}))).AccessKeyMetadata.map(
    (key: { AccessKeyId: string }) => key.AccessKeyId,
  )

test('a key of root is said loudly, and is the last thing that root deletes, by its id typed', async () => {
  const { send, sitting, plan, verify, ask } = await ready()
  const { AccessKey } = await send(new CreateAccessKeyCommand({}))
  const id = AccessKey!.AccessKeyId!
  const { holds, evidence } = await verify(signIn)
  expect([holds, evidence.at(-1)!.saw]).toEqual([
    true,
    `ROOT HAS A KEY: ${id}, last used: never, or not known. Step 9 offers to delete it`,
  ])
  expect(inWords(await plan(signOut))).toEqual(['DeleteAccessKey', 'console sign-out'])

  const typed: string[] = []
  const answers = ['DELETE', id]
  const typing: Ask = async (page, problem) => {
    if (!page.title.startsWith('Root has an access key')) return ask(page)
    typed.push(problem ?? page.title)
    return { Typed: answers.shift()! }
  }
  expect(await rootKeys(send)).toEqual([id])
  const happened = await perform(signOut, sitting, typing)
  expect(typed).toEqual([`Root has an access key: ${id}`, `Type ${id} to delete it, or nothing to keep it.`])
  expect(happened.map(({ type }) => type)).toEqual(['refused', 'sending', 'answered', 'in-console'])
})

test('with nothing typed root keeps its key, and leaves', async () => {
  const { send, sitting, ask } = await ready()
  await send(new CreateAccessKeyCommand({}))
  const happened = await perform(signOut, sitting, ask)
  expect(happened.map(({ type }) => type)).toEqual(['left-out', 'in-console'])
})
