import { DeleteGroupCommand } from '@aws-sdk/client-iam'
import { operation } from '../operation.ts'
import { refuseWhile } from './conflict.ts'
import { findGroup, membersOf } from './group.ts'

/** Deletes a group without members and policies. */
export const deleteGroup = operation(DeleteGroupCommand, ({ GroupName }, { state }) => {
  const group = findGroup(state, GroupName)
  // Which of several conflicts AWS names is not documented.
  refuseWhile([
    [!membersOf(state, group.id).next().done, 'must remove users from group first'],
    [Object.keys(group.inline).length > 0, 'must delete policies first'],
    [group.attached.length > 0, 'must detach all policies first'],
  ])
  state.groups.delete(group.name.toLowerCase())
})
