import type { User } from '@aws-sdk/client-iam'
import { AwsError } from '../errors.ts'
import type { Caller } from '../operation.ts'
import type { State, UserRow } from '../state.ts'
import { boundaryView } from './boundary.ts'

/**
 * The user of this name, or `NoSuchEntity`.
 * AWS finds users without regard to case: https://github.com/saltstack/salt/issues/24947
 */
export const findUser = (state: State, name: string): Readonly<UserRow> => {
  const user = state.users.get(name.toLowerCase())
  if (!user) throw new AwsError('NoSuchEntity', `The user with name ${name} cannot be found.`)
  return user
}

/** The named user, or the caller when no name is given; root has to give one. */
export const findUserOrCaller = (
  state: State,
  caller: Caller,
  name: string | undefined,
): Readonly<UserRow> => {
  if (name !== undefined) return findUser(state, name)
  if (caller.owner.type !== 'user')
    throw new AwsError('ValidationError', 'Must specify userName when calling with non-User credentials')
  return callingUser(state, caller.owner.userId)
}

/** The user who signed. */
export const callingUser = (state: State, userId: string): Readonly<UserRow> => {
  const user = state.userById(userId)
  if (!user) throw new Error(`No user has the id ${userId}.`)
  return user
}

/** Stores a changed user. */
export const putUser = (state: State, user: UserRow): void => state.users.put(user.name.toLowerCase(), user)

/** `arn:aws:iam::111122223333:user/path/ada` */
export const userArn = (state: State, { path, name }: Readonly<UserRow>): string =>
  `arn:aws:iam::${state.account.id}:user${path}${name}`

/** A user as lists show one: without tags and permissions boundary. */
export const userView = (state: State, user: Readonly<UserRow>): User => ({
  Path: user.path,
  UserName: user.name,
  UserId: user.id,
  Arn: userArn(state, user),
  CreateDate: new Date(user.createdAt),
})

/** A user as `ListUsers` shows one: `PasswordLastUsed` is there and in `GetUser` alone. */
export const listedUser = (state: State, user: Readonly<UserRow>): User => ({
  ...userView(state, user),
  ...(user.passwordLastUsed && { PasswordLastUsed: new Date(user.passwordLastUsed) }),
})

/** A user as `GetUser` shows one. */
export const userDetail = (state: State, user: Readonly<UserRow>): User => ({
  ...listedUser(state, user),
  ...boundaryView(user),
  ...(user.tags.length > 0 && { Tags: [...user.tags] }),
})
