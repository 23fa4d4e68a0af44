import {
  CreateVirtualMFADeviceCommand,
  ListMFADeviceTagsCommand,
  TagMFADeviceCommand,
  UntagMFADeviceCommand,
} from '@aws-sdk/client-iam'
import type { Case } from '../case.ts'

const created = new CreateVirtualMFADeviceCommand({ VirtualMFADeviceName: 'phone' })
const SerialNumber = 'arn:aws:iam::111122223333:mfa/phone'

export default [
  {
    name: 'a key in another case, and one that is not there',
    given: [created, new TagMFADeviceCommand({ SerialNumber, Tags: [{ Key: 'team', Value: 'blue' }] })],
    call: new UntagMFADeviceCommand({ SerialNumber, TagKeys: ['TEAM', 'none'] }),
    expect: { output: {} },
    afterwards: {
      call: new ListMFADeviceTagsCommand({ SerialNumber }),
      output: { Tags: [], IsTruncated: false },
    },
  },
  {
    name: 'a device that is not there',
    call: new UntagMFADeviceCommand({ SerialNumber, TagKeys: ['TEAM', 'none'] }),
    expect: {
      code: 'NoSuchEntity',
      status: 404,
      message: `VirtualMFADevice with serial number ${SerialNumber} does not exist.`,
    },
  },
] satisfies Case[]
