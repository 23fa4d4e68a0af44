import { explain, networkErrors, type Explained } from '../lab/explain.ts'
import { exits, Problem } from './problem.ts'

/** An error in words, and the exit code it ends the program with. */
export type Failure = Explained & { exit: number }

const refused = [
  'AccessDenied',
  'AccessDeniedException',
  'AccountInUse',
  'CredentialsProviderError',
  'ExpiredTokenException',
  'LockOut',
  'NameTaken',
  'NoCredentials',
  'NoSuchProfile',
  'NotAgreed',
  'OtherPartition',
  'OwnUser',
  'SessionEnded',
  'UnaskedEndpoint',
  'UnrecognizedClientException',
  'WrongIdentity',
  'ExpiredToken',
  'InvalidClientTokenId',
  'NotSignedIn',
  'SignatureDoesNotMatch',
]
/** The network's codes, AWS's for trouble of its own, and ours for a store that does not open. */
const unreachable = [
  ...Object.keys(networkErrors),
  'DamagedProgress',
  'InternalFailure',
  'ServiceFailure',
  'ServiceUnavailable',
  'StoreError',
  'TimeoutError',
]

/** Puts an error in words, each on one line. */
export const failureOf = (error: unknown): Failure => {
  const { code, message, fix } = inTwo(explain(error), error)
  return { code, message: oneLine(message), fix: oneLine(fix), exit: exitOf(code, error) }
}

const exitOf = (code: string, error: unknown): number => {
  if (error instanceof Problem) return error.exit
  if (refused.includes(code)) return exits.refused
  if (unreachable.includes(code)) return exits.unreachable
  return code === 'NoSuchPractice' ? exits.usage : exits.unsatisfied
}

/** The errors of files say what to do in their last sentence. */
const inTwo = (explained: Explained, error: unknown): Explained => {
  const end = explained.message.lastIndexOf('. ') + 1
  const own = explained.code === 'StoreError' || explained.code === 'DamagedProgress'
  return own && end > 0 && !(error as { fix?: string }).fix
    ? { ...explained, message: explained.message.slice(0, end), fix: explained.message.slice(end + 1) }
    : explained
}

const oneLine = (text: string) => text.replaceAll(/\s+/g, ' ').trim()
