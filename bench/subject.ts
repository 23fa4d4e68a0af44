import {
  AddUserToGroupCommand,
  AttachGroupPolicyCommand,
  CreateAccessKeyCommand,
  CreateGroupCommand,
  CreateUserCommand,
  DeleteUserCommand,
  GetUserCommand,
  ListUsersCommand,
  TagUserCommand,
} from '@aws-sdk/client-iam'
import { connect } from '../src/aws/connect.ts'
import type { ApiCall, Credentials } from '../src/lab/account.ts'
import { freshAccount } from '../src/sim/fresh-account.ts'
import { newSession } from '../src/sim/session.ts'
import type { WireRequest } from '../src/sim/signature.ts'
import { createSimulator, requestHandler, type Exchange } from '../src/sim/simulator.ts'
import { openStore } from '../src/sim/store.ts'

/** The calls that are measured. */
export const commands = {
  getUser: (UserName: string) => new GetUserCommand({ UserName }),
  tagUser: (UserName: string, round: number) =>
    new TagUserCommand({ UserName, Tags: [{ Key: 'round', Value: String(round) }] }),
  createUser: (UserName: string) => new CreateUserCommand({ UserName }),
  deleteUser: (UserName: string) => new DeleteUserCommand({ UserName }),
  listUsers: (MaxItems: number) => new ListUsersCommand({ MaxItems }),
}

/** The real client with another end to it: an account, or whatever answers. */
export const client = (credentials: Credentials, exchange: Exchange) =>
  connect({ credentials, requestHandler: requestHandler(exchange) as never })

/** A command as the SDK signs it for `endpoint`, not sent. */
export const signed = async (
  call: ApiCall,
  credentials: Credentials,
  endpoint: string,
): Promise<WireRequest> => {
  let kept: WireRequest | undefined
  const handler = requestHandler(async request => {
    kept = request
    throw new Error('It was only to be signed.')
  })
  await connect({ credentials, requestHandler: handler as never, endpoint })(call).catch((error: unknown) => {
    if (kept === undefined) throw error
  })
  return kept!
}

/**
 * An account kept on disk with `users` users, all made through the front door: `user-0` and so on, and `ada`, an administrator with a key.
 * Answers what its requests are signed with, and the account itself as a function.
 */
export const openAccount = async (dir: string, users: number) => {
  const { store } = openStore(dir, {
    now: () => new Date(),
    create: () => freshAccount({ now: new Date(), id: '111122223333' }),
  })
  const owner = { type: 'root' } as const
  const session = newSession({ owner, mfa: true, kind: 'console', now: new Date(), seconds: 3600 })
  store.transact(state => state.sessions.put(session.id, session))
  const root: Credentials = {
    accessKeyId: session.id,
    secretAccessKey: session.secret,
    sessionToken: session.token,
  }
  const exchange = createSimulator(store, {
    onBug: error => {
      throw error
    },
  })
  const send = client(root, exchange)
  const PolicyArn = 'arn:aws:iam::aws:policy/AdministratorAccess'
  await send(new CreateGroupCommand({ GroupName: 'Admins' }))
  await send(new AttachGroupPolicyCommand({ GroupName: 'Admins', PolicyArn }))
  await send(new CreateUserCommand({ UserName: 'ada' }))
  await send(new AddUserToGroupCommand({ GroupName: 'Admins', UserName: 'ada' }))
  const { AccessKey } = await send(new CreateAccessKeyCommand({ UserName: 'ada' }))
  for (let index = 0; index < users - 1; index++)
    await send(new CreateUserCommand({ UserName: `user-${index}` }))
  const admin: Credentials = {
    accessKeyId: AccessKey!.AccessKeyId!,
    secretAccessKey: AccessKey!.SecretAccessKey!,
  }
  return { exchange, root, admin, close: store.close }
}

export { decisions } from './decisions.ts'
