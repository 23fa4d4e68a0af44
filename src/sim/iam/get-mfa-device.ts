import { GetMFADeviceCommand } from '@aws-sdk/client-iam'
import { AwsError } from '../errors.ts'
import { operation } from '../operation.ts'

/** Shows hardware keys alone; every device here is virtual, and AWS refuses those in these words (recorded). */
export const getMFADevice = operation(GetMFADeviceCommand, () => {
  throw new AwsError(
    'ValidationError',
    'The MFA device serial number sent in the request is invalid or not supported by this API. Currently, only hardware FIDO security keys are supported. Please use the compatible device or API.',
  )
})
