import { UntagMFADeviceCommand } from '@aws-sdk/client-iam'
import { operation } from '../operation.ts'
import { findDevice, putDevice } from './mfa-device.ts'
import { withoutTags } from './tags.ts'

/** Takes tags from a virtual MFA device. */
export const untagMFADevice = operation(UntagMFADeviceCommand, ({ SerialNumber, TagKeys }, { state }) => {
  const device = findDevice(state, SerialNumber)
  putDevice(state, { ...device, tags: withoutTags(device.tags, TagKeys, 'by case') })
})
