import { CreateVirtualMFADeviceCommand } from '@aws-sdk/client-iam'
import { AwsError } from '../errors.ts'
import { operation } from '../operation.ts'
import { qrPng } from '../qr-png.ts'
import { newSeed } from '../totp.ts'
import { stamp } from './ids.ts'
import { deviceKey, putDevice } from './mfa-device.ts'
import { withTags } from './tags.ts'

/** Makes a device that nobody has yet. Its seed is shown this once, as text and as a QR code. */
export const createVirtualMFADevice = operation(
  CreateVirtualMFADeviceCommand,
  ({ VirtualMFADeviceName: name, Path: path = '/', Tags = [] }, { state, now }) => {
    const { id, alias } = state.account
    const serialNumber = `arn:aws:iam::${id}:mfa${path}${name}`
    if (state.mfaDevices.has(deviceKey(serialNumber)))
      throw new AwsError('EntityAlreadyExists', 'MFA device already exists.')
    // "Virtual MFA devices (assigned or unassigned) in an account: equal to the user quota": reference_iam-quotas. AWS's sentence was looked for and not found.
    if (state.mfaDevices.size >= 5000)
      throw new AwsError('LimitExceeded', 'Cannot exceed quota for VirtualMFADevicesPerAccount: 5000')
    const tags = withTags([], Tags, 'by case')
    const seed = newSeed()
    putDevice(state, { serialNumber, name, path, seed, createdAt: stamp(now), tags, attempts: [] })
    // The form that QR codes of the API have; what the model documents differs (real URIs seen in public texts).
    const label = `${encodeURIComponent('Amazon Web Services')}:${encodeURIComponent(name)}@${alias ?? id}`
    return {
      VirtualMFADevice: {
        SerialNumber: serialNumber,
        Base32StringSeed: Buffer.from(seed),
        QRCodePNG: qrPng(`otpauth://totp/${label}?secret=${seed}&issuer=Amazon%20Web%20Services`),
        ...(tags.length > 0 && { Tags: tags }),
      },
    }
  },
)
