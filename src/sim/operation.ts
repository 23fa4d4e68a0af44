import type { StaticOperationSchema } from '@smithy/types'
import type { EventRow, Principal, SessionRow, State } from './state.ts'

/** The part of an SDK command the simulator needs: its schema, and the types of its input and output. */
type ApiCall<Output> = {
  readonly schema?: unknown
  resolveMiddleware(...args: any[]): (...args: any[]) => Promise<{ output: Output }>
}

/** Who signed the request. */
export type Caller = {
  owner: Principal
  accountId: string
  /** As `sts:GetCallerIdentity` shows it. */
  arn: string
  /** The account id for root, `AIDA...` for a user, `AROA...:SESSION` for an assumed role, `ACCOUNT:NAME` for a federated user. */
  userId: string
  userName?: string
  accessKeyId: string
  /** Present for temporary credentials; `mfa` is `aws:MultiFactorAuthPresent`, which is absent for long-term keys. */
  session?: Omit<SessionRow, 'id' | 'secret' | 'token' | 'owner' | 'expiresAt'>
}

export type Context = {
  state: State
  caller: Caller
  /** The account's time: dates, ages, expiry. */
  now: Date
  /** The machine's time: signatures and MFA codes. */
  machineNow: Date
  /** What has happened in the account, oldest first. */
  history: () => EventRow[]
}

/** One simulated AWS operation: the SDK command it answers, the function that answers it, and what it is about. */
export type Operation = {
  /** `CreateUser` */
  name: string
  schema: StaticOperationSchema
  /** Synchronous: one operation at a time, all of it or none. */
  handle: (input: any, context: Context) => object | void
}

/** Types `handle` by the command's own input and output. Required members are there: the simulator has checked. */
export const operation = <Input extends object, Output>(
  Command: new (...args: any[]) => ApiCall<Output> & { input: Input },
  handle: (input: Checked<Input>, context: Context) => Omit<Output, '$metadata'> | void,
): Operation => {
  const schema = new Command({}).schema as StaticOperationSchema
  return { name: schema[2], schema, handle }
}

/** The SDK types a required member as `string | undefined`; after validation the `undefined` is gone, optional ones stay optional. */
export type Checked<Input> = {
  [Name in keyof Input]: undefined extends Input[Name]
    ? {} extends Pick<Input, Name>
      ? Input[Name]
      : Exclude<Input[Name], undefined>
    : Input[Name]
}
