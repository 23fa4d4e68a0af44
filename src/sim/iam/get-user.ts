import { GetUserCommand, type User } from '@aws-sdk/client-iam'
import { operation } from '../operation.ts'
import { findUserOrCaller, userDetail } from './user.ts'

/** The named user or the caller. Root has neither name nor path, as recorded answers show. */
export const getUser = operation(GetUserCommand, ({ UserName }, { state, caller }) => {
  if (UserName !== undefined || caller.owner.type !== 'root')
    return { User: userDetail(state, findUserOrCaller(state, caller, UserName)) }
  const { id, createdAt, rootPasswordLastUsed } = state.account
  return {
    User: {
      UserId: id,
      Arn: `arn:aws:iam::${id}:root`,
      CreateDate: new Date(createdAt),
      ...(rootPasswordLastUsed && { PasswordLastUsed: new Date(rootPasswordLastUsed) }),
    } as User,
  }
})
