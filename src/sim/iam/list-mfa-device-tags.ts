import { ListMFADeviceTagsCommand } from '@aws-sdk/client-iam'
import { operation } from '../operation.ts'
import { findDevice } from './mfa-device.ts'
import { tagPages } from './tag-pages.ts'

/** The tags of a virtual MFA device. */
export const listMFADeviceTags = operation(ListMFADeviceTagsCommand, (input, { state }) =>
  tagPages(findDevice(state, input.SerialNumber).tags, input),
)
