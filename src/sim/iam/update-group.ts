import { UpdateGroupCommand } from '@aws-sdk/client-iam'
import { AwsError } from '../errors.ts'
import { operation } from '../operation.ts'
import { findGroup, putGroup } from './group.ts'

/** Renames or moves a group, which keeps its GroupId, members and policies. */
export const updateGroup = operation(
  UpdateGroupCommand,
  ({ GroupName, NewGroupName, NewPath }, { state }) => {
    const group = findGroup(state, GroupName)
    if (
      NewGroupName !== undefined &&
      NewGroupName !== group.name &&
      state.groups.has(NewGroupName.toLowerCase())
    )
      throw new AwsError('EntityAlreadyExists', `Group with name ${NewGroupName} already exists.`)
    state.groups.delete(group.name.toLowerCase())
    putGroup(state, { ...group, name: NewGroupName ?? group.name, path: NewPath ?? group.path })
  },
)
