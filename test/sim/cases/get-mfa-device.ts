import { GetMFADeviceCommand } from '@aws-sdk/client-iam'
import { admin } from '../admin.ts'
import type { Case } from '../case.ts'
import { addDeviceOf, serialOf } from '../device.ts'

export default [
  {
    name: 'a virtual device, which it does not show',
    rows: state => {
      admin(state)
      addDeviceOf(state, 'grace', 'phone')
    },
    call: new GetMFADeviceCommand({ SerialNumber: serialOf('phone'), UserName: 'grace' }),
    expect: {
      code: 'ValidationError',
      status: 400,
      message:
        'The MFA device serial number sent in the request is invalid or not supported by this API. Currently, only hardware FIDO security keys are supported. Please use the compatible device or API.',
    },
  },
  {
    name: 'no serial number',
    call: new GetMFADeviceCommand({ SerialNumber: undefined }),
    expect: {
      code: 'ValidationError',
      status: 400,
      message:
        "1 validation error detected: Value at 'serialNumber' failed to satisfy constraint: Member must not be null",
    },
  },
] satisfies Case[]
