import { errorCode } from './account.ts'
import { shown, shownLines } from './shown.ts'

/** An error as a person meets it: its code, one line what (AWS's own words where it is AWS's), one line what to do. */
export type Explained = { code: string; message: string; fix: string }

/** What happened, and the way on. Never a secret: messages are AWS's, the system's or ours, and none of them repeats one. */
export const explain = (error: unknown): Explained => {
  const { code, message, fix } = inWords(error)
  return { code: shown(code), message: shownLines(message), fix: shownLines(fix) }
}

const inWords = (error: unknown): Explained => {
  const {
    message = String(error),
    fix,
    path,
    code: errno,
  } = error as { message?: string; fix?: string; path?: string; code?: string }
  const system = errno === undefined ? undefined : systemErrors[errno]
  if (system) return { code: errno!, message: `${path ?? 'A file'}: ${system.message}`, fix: system.fix }
  const network = errno === undefined ? undefined : networkErrors[errno]
  if (network) return { code: errno!, message: `AWS could not be reached: ${message}`, fix: network }
  const code = errorCode(error)
  return {
    code,
    message,
    fix: fix ?? awsErrors[code] ?? 'Try again. If it happens again, add --debug to see where.',
  }
}

/** Node's codes for what a disk can say. */
const systemErrors: Record<string, Omit<Explained, 'code'>> = {
  EACCES: { message: 'you may not write there.', fix: 'Name a place that you may write to.' },
  ENOENT: {
    message: 'there is no such place, and it cannot be made.',
    fix: 'Name a place that you may write to.',
  },
  EPERM: { message: 'you may not write there.', fix: 'Name a place that you may write to.' },
  EROFS: { message: 'that disk is read-only.', fix: 'Name a place on another disk.' },
  ENOSPC: { message: 'the disk is full. Nothing was written.', fix: 'Make room, then try again.' },
  EDQUOT: { message: 'your disk quota is used up. Nothing was written.', fix: 'Make room, then try again.' },
  EEXIST: {
    message: 'something is there already, and is never overwritten.',
    fix: 'Name another file, or move that one away.',
  },
  ENOTDIR: { message: 'a part of that path is a file, not a folder.', fix: 'Name another place.' },
  EISDIR: { message: 'that is a folder.', fix: 'Name a file in it.' },
  ENAMETOOLONG: { message: 'that name is too long.', fix: 'Name a shorter one.' },
  ELOOP: { message: 'that path is a link.', fix: 'Name a file that does not exist yet.' },
}

const lookAtNetwork =
  'Look at the network, and at HTTPS_PROXY if you need one, then try again: it goes on where it was.'
const lookAtTrust =
  'Something between you and AWS shows a certificate that is not AWS’s. If that is your company, name its certificates: AWS_CA_BUNDLE=FILE'

/** Node's codes for a way to AWS that is closed, and what to do. */
export const networkErrors: Record<string, string> = {
  EAI_AGAIN: lookAtNetwork,
  ECONNREFUSED: lookAtNetwork,
  ECONNRESET: lookAtNetwork,
  EHOSTUNREACH: lookAtNetwork,
  ENETUNREACH: lookAtNetwork,
  ENOTFOUND: lookAtNetwork,
  EPIPE: lookAtNetwork,
  ETIMEDOUT: lookAtNetwork,
  CERT_HAS_EXPIRED: lookAtTrust,
  DEPTH_ZERO_SELF_SIGNED_CERT: lookAtTrust,
  SELF_SIGNED_CERT_IN_CHAIN: lookAtTrust,
  UNABLE_TO_GET_ISSUER_CERT_LOCALLY: lookAtTrust,
  UNABLE_TO_VERIFY_LEAF_SIGNATURE: lookAtTrust,
}

/** What to do about AWS's errors, by code. */
const awsErrors: Record<string, string> = {
  NotSignedIn: 'Sign in first: step 1 as root, step 10 as the admin.',
  EntityAlreadyExists: 'That name is taken. Choose another one.',
  NoSuchEntity: 'It is gone, or was never there. Do the step that makes it, then come back.',
  LimitExceeded: 'AWS allows no more of these. Delete one that is not needed, then try again.',
  DeleteConflict: 'Something still hangs on it. Remove that first.',
  AccessDenied: 'Whoever is signed in may not do this. Sign in as the one who may.',
  PasswordPolicyViolation: 'Choose a password that keeps the password policy.',
  InvalidAuthenticationCode: 'Type two codes that follow each other, the older first.',
  InvalidClientTokenId: 'AWS does not know this key, or no longer. Sign in again.',
  SignatureDoesNotMatch: 'The secret does not belong to the key, or the clock of this machine is wrong.',
  ExpiredToken: 'The session has ended. Sign in again.',
  ValidationError: 'Correct what was typed, then try again.',
  MalformedPolicyDocument: 'Correct the policy document, then try again.',
  EntityTemporarilyUnmodifiable: 'AWS is still busy with it. Wait a minute, then try again.',
  ConcurrentModification: 'Somebody else is changing the account. Wait a moment, then try again.',
  ServiceFailure: 'AWS has trouble of its own. Wait a minute, then try again: it goes on where it was.',
  TimeoutError: lookAtNetwork,
  Throttling: 'AWS asks for patience. Wait a moment, then try again.',
}
