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
    name: 'a key, which is not that of another case, and one that is not there',
    given: [
      created,
      new TagMFADeviceCommand({ SerialNumber, Tags: ['a', 'A'].map(Key => ({ Key, Value: '' })) }),
    ],
    call: new UntagMFADeviceCommand({ SerialNumber, TagKeys: ['a', 'none'] }),
    expect: { output: {} },
    afterwards: {
      call: new ListMFADeviceTagsCommand({ SerialNumber }),
      output: { Tags: [{ Key: 'A', Value: '' }], IsTruncated: false },
    },
  },
  {
    name: 'a device that is not there',
    call: new UntagMFADeviceCommand({ SerialNumber, TagKeys: ['TEAM', 'none'] }),
    expect: {
      code: 'NoSuchEntity',
      status: 404,
      message: `MFA Device with serial number ${SerialNumber} does not exist.`,
    },
  },
] satisfies Case[]
