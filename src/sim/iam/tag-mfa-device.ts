import { TagMFADeviceCommand } from '@aws-sdk/client-iam'
import { operation } from '../operation.ts'
import { findDevice, putDevice } from './mfa-device.ts'
import { withTags } from './tags.ts'

/** Adds tags to a virtual MFA device, or gives them new values. */
export const tagMFADevice = operation(TagMFADeviceCommand, ({ SerialNumber, Tags }, { state }) => {
  const device = findDevice(state, SerialNumber)
  putDevice(state, { ...device, tags: withTags(device.tags, Tags, 'by case') })
})
