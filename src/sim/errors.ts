import type { State } from './state.ts'

/** An error with a wire code, as AWS returns it: `throw new AwsError('NoSuchEntity', 'The user with name ada cannot be found.')`. */
export class AwsError extends Error {
  override name = 'AwsError'
  readonly code: ErrorCode
  readonly status: number
  /** What is stored although the operation failed and was taken back: that a wrong code was tried. */
  readonly keep: ((state: State) => void) | undefined
  constructor(code: ErrorCode, message: string, keep?: (state: State) => void) {
    super(message)
    this.code = code
    this.status = statuses[code]
    this.keep = keep
  }
}

/** Code to HTTP status: botocore's iam/2010-05-08 and account/2021-02-01 models, and recorded answers for the common ones. */
const statuses = {
  AccessDenied: 403,
  AccessDeniedException: 403,
  ConcurrentModification: 409,
  DeleteConflict: 409,
  EntityAlreadyExists: 409,
  EntityTemporarilyUnmodifiable: 409,
  ExpiredToken: 403,
  IncompleteSignature: 400,
  InternalFailure: 500,
  InvalidAction: 400,
  InvalidAuthenticationCode: 403,
  InvalidClientTokenId: 403,
  InvalidInput: 400,
  InvalidLookupAttributesException: 400,
  InvalidMaxResultsException: 400,
  InvalidNextTokenException: 400,
  InvalidParameterValue: 400,
  InvalidTimeRangeException: 400,
  InvalidUserType: 400,
  LimitExceeded: 409,
  MalformedInput: 400,
  MalformedPolicyDocument: 400,
  MalformedQueryString: 404,
  MissingAction: 400,
  MissingAuthenticationToken: 403,
  MissingParameter: 400,
  NoSuchEntity: 404,
  PasswordPolicyViolation: 400,
  PolicyNotAttachable: 400,
  ReportExpired: 410,
  ReportGenerationLimitExceeded: 409,
  ReportInProgress: 404,
  ReportNotPresent: 410,
  RequestEntityTooLarge: 413,
  RequestExpired: 400,
  ResourceNotFoundException: 404,
  ServiceFailure: 500,
  SignatureDoesNotMatch: 403,
  Throttling: 400,
  UnknownOperationException: 404,
  UnmodifiableEntity: 400,
  ValidationError: 400,
  ValidationException: 400,
} as const
export type ErrorCode = keyof typeof statuses
