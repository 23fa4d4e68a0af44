import { randomBytes } from 'node:crypto'

const idLetters = 'ABCDEFGHIJKLMNOPQRSTUVWXYZ234567'
const secretLetters = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/'

const letters = (alphabet: string, length: number): string =>
  Array.from(randomBytes(length), byte => alphabet[byte % alphabet.length]).join('')

/** A UserId: 21 characters. The prefixes are AWS's: https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_identifiers.html */
export const newUserId = (): string => `AIDA${letters(idLetters, 17)}`

/** A GroupId: 21 characters. */
export const newGroupId = (): string => `AGPA${letters(idLetters, 17)}`

/** A managed policy's id: 21 characters. */
export const newPolicyId = (): string => `ANPA${letters(idLetters, 17)}`

/** A role's id: 21 characters. */
export const newRoleId = (): string => `AROA${letters(idLetters, 17)}`

/** An instance profile's id: 21 characters. */
export const newInstanceProfileId = (): string => `AIPA${letters(idLetters, 17)}`

/** A long-term access key id: 20 characters. */
export const newAccessKeyId = (): string => `AKIA${letters(idLetters, 16)}`

/** The access key id of temporary credentials: 20 characters. */
export const newSessionKeyId = (): string => `ASIA${letters(idLetters, 16)}`

/** A secret access key: 40 characters. */
export const newSecretAccessKey = (): string => letters(secretLetters, 40)

/** A date as it is stored: IAM's dates end at the second. */
export const stamp = (date: Date): string => `${date.toISOString().slice(0, 19)}Z`
