import { AwsError } from '../errors.ts'
import type { Caller } from '../operation.ts'
import type { AccessKeyRow, Owner, State } from '../state.ts'
import { findUserOrCaller, putUser } from './user.ts'

/** Whose keys a call is about: the named user's, or the caller's own. Root without a name means root's own keys. */
export const keyOwner = (state: State, caller: Caller, name: string | undefined): Owner =>
  name === undefined && caller.owner.type === 'root'
    ? caller.owner
    : { type: 'user', userId: findUserOrCaller(state, caller, name).id }

/** The access keys of an owner, oldest first. */
export const keysOf = (state: State, owner: Owner): Readonly<AccessKeyRow>[] =>
  owner.type === 'user'
    ? state.userById(owner.userId)!.accessKeys.map(id => state.accessKeys.get(id)!)
    : [...state.accessKeys.values()].filter(key => key.owner.type === 'root')

/** The owner's key with this id, or `NoSuchEntity`: another's key is not found either. */
export const findKey = (state: State, owner: Owner, id: string): Readonly<AccessKeyRow> => {
  const key = keysOf(state, owner).find(key => key.id === id)
  if (!key) throw new AwsError('NoSuchEntity', `The Access Key with id ${id} cannot be found.`)
  return key
}

/** Changes the list of key ids that a user's row carries; root has no row. */
export const setKeyIds = (state: State, owner: Owner, change: (ids: string[]) => string[]): void => {
  if (owner.type === 'root') return
  const user = state.userById(owner.userId)!
  putUser(state, { ...user, accessKeys: change(user.accessKeys) })
}

/** `UserName`, or nothing for root: root has no name. */
export const ownerName = (state: State, owner: Owner): { UserName?: string } =>
  owner.type === 'user' ? { UserName: state.userById(owner.userId)!.name } : {}
