import { CreateGroupCommand } from '@aws-sdk/client-iam'
import { AwsError } from '../errors.ts'
import { operation } from '../operation.ts'
import { groupView, putGroup } from './group.ts'
import { newGroupId, stamp } from './ids.ts'

/** Makes a group: no members, no policies. */
export const createGroup = operation(CreateGroupCommand, ({ GroupName, Path = '/' }, { state, now }) => {
  if (state.groups.has(GroupName.toLowerCase()))
    throw new AwsError('EntityAlreadyExists', `Group with name ${GroupName} already exists.`)
  if (state.groups.size >= 300)
    throw new AwsError('LimitExceeded', 'Cannot exceed quota for GroupsPerAccount: 300')
  const group = {
    name: GroupName,
    path: Path,
    id: newGroupId(),
    createdAt: stamp(now),
    attached: [],
    inline: {},
  }
  putGroup(state, group)
  return { Group: groupView(state, group) }
})
