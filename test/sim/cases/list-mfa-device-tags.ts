import {
  CreateVirtualMFADeviceCommand,
  ListMFADeviceTagsCommand,
  TagMFADeviceCommand,
} from '@aws-sdk/client-iam'
import type { Case } from '../case.ts'

const created = new CreateVirtualMFADeviceCommand({ VirtualMFADeviceName: 'phone' })
const SerialNumber = 'arn:aws:iam::111122223333:mfa/phone'

export default [
  {
    name: 'by key, in pages',
    given: [
      created,
      new TagMFADeviceCommand({
        SerialNumber,
        Tags: [
          { Key: 'b', Value: '2' },
          { Key: 'a', Value: '1' },
        ],
      }),
    ],
    call: new ListMFADeviceTagsCommand({ SerialNumber, MaxItems: 1 }),
    expect: { output: { Tags: [{ Key: 'a', Value: '1' }], IsTruncated: true, Marker: '<Marker>' } },
  },
  {
    name: 'a device that is not there',
    call: new ListMFADeviceTagsCommand({ SerialNumber }),
    expect: {
      code: 'NoSuchEntity',
      status: 404,
      message: `MFA Device with serial number ${SerialNumber} does not exist.`,
    },
  },
] satisfies Case[]
