import { errorCode } from './account.ts'
import { shown, shownLines } from './shown.ts'

/** An error as a person meets it: its code, one line what (AWS's own words where it is AWS's), one line what to do. */
export type Explained = {
  code: string
  message: string
  /** What AWS's words mean here. */
  means?: string | undefined
  fix: string
}

/** What happened, and the way on. Never a secret: messages are AWS's, the system's or ours, and none of them repeats one. */
export const explain = (error: unknown): Explained => {
  const { code, message, fix } = inWords(error)
  const means = meaningOf(code)
  return { code: shown(code), message: shownLines(message), ...(means && { means }), fix: shownLines(fix) }
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
    fix: fix ?? awsErrors[code]?.fix ?? 'Try again. If it happens again, add --debug to see where.',
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

/** What an error code of AWS means in this lab; undefined for one that is not AWS's. */
export const meaningOf = (code: string): string | undefined => awsErrors[code]?.means

/** AWS's errors by code: what they mean here, and what to do. */
const awsErrors: Record<string, { means?: string; fix: string }> = {
  NotSignedIn: { fix: 'Sign in first: step 1 as root, step 10 as the admin.' },
  EntityAlreadyExists: {
    means: 'Something of that name is there already, and AWS makes no second one. Nothing was changed.',
    fix: 'Choose another name.',
  },
  NoSuchEntity: {
    means: 'The call names something that the account does not have.',
    fix: 'It is gone, or was never there. Do the step that makes it, then come back.',
  },
  LimitExceeded: {
    means: 'A quota of the account is reached; it is no passing trouble.',
    fix: 'AWS allows no more of these. Delete one that is not needed, then try again.',
  },
  DeleteConflict: {
    means: 'AWS deletes nothing that other things hang on.',
    fix: 'Remove what hangs on it first.',
  },
  AccessDenied: {
    means: 'AWS knows who is asking. No policy allows them this, or one denies it.',
    fix: 'Whoever is signed in may not do this. Sign in as the one who may.',
  },
  PasswordPolicyViolation: {
    means: 'The password breaks a rule of the account’s password policy (step 5).',
    fix: 'Choose a password that keeps the password policy.',
  },
  InvalidAuthenticationCode: {
    means: 'The two codes are not two that this device shows one after the other, now.',
    fix: 'Type two codes that follow each other, the older first.',
  },
  InvalidClientTokenId: {
    means: 'The access key was deleted, is inactive, is seconds old, or belongs somewhere else.',
    fix: 'AWS does not know this key, or no longer. Sign in again.',
  },
  SignatureDoesNotMatch: {
    means: 'AWS has the key, and the request was signed with another secret.',
    fix: 'The secret does not belong to the key, or the clock of this machine is wrong.',
  },
  ExpiredToken: {
    means: 'Credentials of a session end by themselves. What was answered before is done.',
    fix: 'The session has ended. Sign in again.',
  },
  ValidationError: {
    means: 'A value has a form that AWS does not take. Nothing was changed.',
    fix: 'Correct what was typed, then try again.',
  },
  MalformedPolicyDocument: {
    means: 'The policy is no policy in AWS’s grammar. Nothing was changed.',
    fix: 'Correct the policy document, then try again.',
  },
  EntityTemporarilyUnmodifiable: {
    means: 'A change of a moment ago is still on its way through AWS.',
    fix: 'Wait a minute, then try again.',
  },
  ConcurrentModification: {
    means: 'Two changes met. This one was not made.',
    fix: 'Somebody else is changing the account. Wait a moment, then try again.',
  },
  ServiceFailure: {
    means: 'It is not your request: AWS could not carry it out.',
    fix: 'AWS has trouble of its own. Wait a minute, then try again: it goes on where it was.',
  },
  NoAnswer: {
    means:
      'It was sent, and no answer came yet. Whether it was carried out is looked up before anything else.',
    fix: 'Do the step again: it looks first.',
  },
  NotCarriedOut: {
    means: 'No answer came. The account was read afterwards, and shows that it was not carried out.',
    fix: 'Do the step again: it sends only what is still to be done.',
  },
  TimeoutError: {
    means: 'AWS was asked and did not answer in time.',
    fix: lookAtNetwork,
  },
  Throttling: {
    means: 'Too many calls came from this account at once. Nothing was changed.',
    fix: 'AWS asks for patience. Wait a moment, then try again.',
  },
}
