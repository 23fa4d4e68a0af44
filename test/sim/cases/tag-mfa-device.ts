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
    name: 'another value of a tag, and the same key in another case',
    given: [created, new TagMFADeviceCommand({ SerialNumber, Tags: [{ Key: 'team', Value: 'blue' }] })],
    call: new TagMFADeviceCommand({
      SerialNumber,
      Tags: ['team', 'Team'].map(Key => ({ Key, Value: 'red' })),
    }),
    expect: { output: {} },
    afterwards: {
      call: new ListMFADeviceTagsCommand({ SerialNumber }),
      output: { Tags: ['Team', 'team'].map(Key => ({ Key, Value: 'red' })), IsTruncated: false },
    },
  },
  {
    name: 'the same key twice',
    given: [created],
    call: new TagMFADeviceCommand({
      SerialNumber,
      Tags: [
        { Key: 'team', Value: 'blue' },
        { Key: 'team', Value: 'red' },
      ],
    }),
    expect: {
      code: 'InvalidInput',
      status: 400,
      message: 'Duplicate tag keys found.',
    },
  },
  {
    name: 'a device that is not there',
    call: new TagMFADeviceCommand({ SerialNumber, Tags: [{ Key: 'team', Value: 'blue' }] }),
    expect: {
      code: 'NoSuchEntity',
      status: 404,
      message: `MFA Device with serial number ${SerialNumber} does not exist.`,
    },
  },
] satisfies Case[]
