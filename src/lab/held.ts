import { operationOf, type ApiCall } from './account.ts'

/**
 * Secrets that AWS shows once, kept in memory between the call that made them and the step that needs them.
 * Never written, never logged; `forget` drops them.
 */
export type Held = {
  accessKey?: { userName: string; accessKeyId: string; secretAccessKey: string } | undefined
  /** `undefined` while it is not known. */
  password?: { userName: string; password: string } | undefined
  mfaDevice?: { serialNumber: string; seed: string } | undefined
}

/** Keeps what a call has just shown or set. The one place where secrets enter memory. */
export const hold = (held: Held, call: ApiCall, output: unknown): void => {
  const input = call.input as Record<string, string>
  const answer = output as {
    AccessKey?: { UserName?: string; AccessKeyId?: string; SecretAccessKey?: string }
    VirtualMFADevice?: { SerialNumber?: string; Base32StringSeed?: Uint8Array }
  }
  const [, operation] = operationOf(call)
  if (operation === 'CreateAccessKey') {
    const { UserName = '', AccessKeyId = '', SecretAccessKey = '' } = answer.AccessKey ?? {}
    held.accessKey = { userName: UserName, accessKeyId: AccessKeyId, secretAccessKey: SecretAccessKey }
  }
  if (operation === 'CreateLoginProfile' || operation === 'UpdateLoginProfile')
    held.password = { userName: input['UserName']!, password: input['Password']! }
  if (operation === 'CreateVirtualMFADevice') {
    const { SerialNumber = '', Base32StringSeed = new Uint8Array() } = answer.VirtualMFADevice ?? {}
    held.mfaDevice = { serialNumber: SerialNumber, seed: Buffer.from(Base32StringSeed).toString() }
  }
}

/** Drops every secret that is held. */
export const forget = (held: Held): void => {
  held.accessKey = undefined
  held.password = undefined
  held.mfaDevice = undefined
}
