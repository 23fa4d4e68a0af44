import type { Field } from './field.ts'

/**
 * What a phone scans. AWS's API documents this form (`iam:CreateVirtualMFADevice`, QRCodePNG): device name at account.
 * With the account id, and without an issuer, it stays within 134 bytes for names of up to 34 letters, and so within 43x22 cells.
 */
export const otpauthUri = (deviceName: string, accountId: string, seed: string): string =>
  `otpauth://totp/${encodeURIComponent(deviceName)}@${accountId}?secret=${seed}`

/** Milliseconds since 1970 to the number of its time step of 30 s. */
export const timeStep = (milliseconds: number): number => Math.floor(milliseconds / 30_000)

/** The code of one time step: SHA-1, six digits, 30 s (RFC 6238). */
export const codeOf = async (seed: string, step: number): Promise<string> => {
  const { generateSync } = await import('otplib')
  return generateSync({ secret: seed, epoch: step * 30 })
}

const code = (label: string): Field => ({
  label,
  type: 'code',
  limits: 'The six digits that the app shows.',
  initial: '',
})

/** The two codes that enrolment asks for, as AWS names them: `AuthenticationCode1` and `2`, or `MFACode1` and `2` in the console. */
export const mfaCodeFields = (name: string): Record<string, Field> => ({
  [`${name}1`]: code('MFA code 1'),
  [`${name}2`]: code('MFA code 2'),
})

/** The one code that signing in asks for. */
export const mfaCodeField = (): Field => code('MFA code')

/** What is said to the same code twice, before anything is sent. */
export const sameCodes = 'Both codes are the same. Wait until the code changes, then type the new one.'

/** What is said beside AWS's own words when two codes were refused. */
export const takeNextCodes =
  'Two codes that follow each other are wanted, the older first; take the next two.'
