import { CreateUserCommand } from '@aws-sdk/client-iam'
import { AwsError } from '../errors.ts'
import { operation } from '../operation.ts'
import { newUserId, stamp } from './ids.ts'
import { requireBoundary } from './boundary.ts'
import { withTags } from './tags.ts'
import { putUser, userDetail } from './user.ts'

/** Makes a user: no password, no keys, no permissions. */
export const createUser = operation(
  CreateUserCommand,
  ({ UserName, Path = '/', PermissionsBoundary, Tags = [] }, { state, now }) => {
    if (state.users.has(UserName.toLowerCase()))
      throw new AwsError('EntityAlreadyExists', `User with name ${UserName} already exists.`)
    if (state.users.size >= 5000)
      throw new AwsError('LimitExceeded', 'Cannot exceed quota for UsersPerAccount: 5000')
    if (PermissionsBoundary !== undefined) requireBoundary(state, PermissionsBoundary)
    const user = {
      name: UserName,
      path: Path,
      id: newUserId(),
      createdAt: stamp(now),
      tags: withTags([], Tags),
      groups: [],
      attached: [],
      inline: {},
      ...(PermissionsBoundary !== undefined && { permissionsBoundary: PermissionsBoundary }),
      accessKeys: [],
      mfaDevices: [],
    }
    putUser(state, user)
    return { User: userDetail(state, user) }
  },
)
