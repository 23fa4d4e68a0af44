import { roleArn } from '../iam/role.ts'
import { userArn } from '../iam/user.ts'
import type { Caller } from '../operation.ts'
import type { State } from '../state.ts'
import type { Principal } from './principal.ts'

/** A caller as the policy of a resource may name them. */
export const principalOf = (state: State, { owner, accountId, arn }: Caller): Principal => {
  switch (owner.type) {
    case 'root':
      return { type: 'Account', accountId }
    case 'user':
      return { type: 'User', accountId, arn, id: owner.userId }
    case 'role':
      return {
        type: 'AssumedRole',
        accountId,
        arn,
        of: roleArn(state, state.roleById(owner.roleId)!),
        id: owner.roleId,
      }
    case 'federated-user':
      return owner.by.type === 'root'
        ? { type: 'FederatedUser', accountId, arn, of: `arn:aws:iam::${accountId}:root` }
        : {
            type: 'FederatedUser',
            accountId,
            arn,
            of: userArn(state, state.userById(owner.by.userId)!),
            id: owner.by.userId,
          }
  }
}
