import { randomUUID } from 'node:crypto'
import { authorize } from './authorize/authorize.ts'
import { checkSession, findCaller } from './caller.ts'
import { AwsError } from './errors.ts'
import { eventOf } from './history/event.ts'
import { putRole } from './iam/role.ts'
import type { Caller } from './operation.ts'
import {
  chosen,
  jsonOperations,
  operationsOf,
  queryOperations,
  targetedOperations,
  type OperationsOf,
  type Ready,
} from './ready.ts'
import { services } from './services.ts'
import { createVerify, readSignature, type Signature, type WireRequest } from './signature.ts'
import type { AccessKeyRow, Store } from './state.ts'
import { StoreError } from './store-error.ts'
import { readForm, xmlError, type Form } from './wire/query.ts'
import { jsonError, jsonErrorType } from './wire/rest-json.ts'

/** What is sent back. The body must be bytes: the SDK takes no text. */
export type WireResponse = { statusCode: number; headers: Record<string, string>; body: Uint8Array }

/** An AWS account as a function: a request in, a response out. Rejects with nothing but the `StoreError` of an account that could not be stored. */
export type Exchange = (request: WireRequest) => Promise<WireResponse>

/** More bytes than a request may have. AWS states no limit; the longest parameter, a policy document, has 131,072 characters, each three bytes in a form. */
export const longestBody = 1 << 20

type Moment = {
  caller: Caller
  machineNow: Date
  now: Date
  region: string
  requestId: string
  userAgent: string | undefined
}

type Options = {
  /** The machine's clock. */
  clock?: () => Date
  onBug?: (error: unknown) => void
  /** Operations other than the simulated ones. */
  operations?: OperationsOf
}

/**
 * Answers AWS requests from `store`: finds the service by the signature's scope and the caller by the access key, checks the signature, the
 * input and the permission, then lets the operation answer. What was answered is stored. A bug in an operation is a 500, and goes to `onBug`.
 */
export const createSimulator = (
  store: Store,
  { clock = () => new Date(), onBug = () => {}, operations = operationsOf }: Options = {},
): Exchange => {
  const byAction = { iam: queryOperations('iam', operations), sts: queryOperations('sts', operations) }
  const byPath = jsonOperations(operations)
  const byTarget = targetedOperations(operations)
  const verify = createVerify()

  const carryOut = <Wire>(ready: Ready<Wire>, wire: Wire, moment: Moment): string => {
    const { service, operation } = ready
    const { caller, machineNow, now, region, requestId, userAgent } = moment
    const { name } = operation
    const call = {
      eventSource: `${service}.amazonaws.com`,
      eventName: name,
      eventType: 'AwsApiCall' as const,
      readOnly: reads.test(name),
      awsRegion: region,
      requestID: requestId,
      userAgent,
    }
    let requestParameters: object | null = null
    try {
      checkSession(caller, service, name)
      const input = ready.read(wire)
      ready.validate(input)
      requestParameters = ready.requested(input)
      authorize(caller, `${service}:${name}`, input, store.state, { now, region, userAgent })
      let output: object = {}
      const written = store.transact(state => {
        output = operation.handle(input, { state, caller, now, machineNow, history: store.history }) ?? {}
        return ready.write(output, requestId)
      })
      const responseElements = call.readOnly && service !== 'sts' ? null : ready.responded(output)
      store.record(eventOf(store.state, caller, now, { ...call, requestParameters, responseElements }))
      return written
    } catch (error) {
      if (error instanceof AwsError) {
        const { code, message } = error
        const failed = { errorCode: recordedCode(service, code), errorMessage: message }
        store.record(eventOf(store.state, caller, now, { ...call, ...failed, requestParameters }))
      }
      throw error
    }
  }

  const answer = (
    request: WireRequest,
    signature: Signature | undefined,
    requestId: string,
  ): WireResponse => {
    if (signature === undefined)
      throw new AwsError('MissingAuthenticationToken', 'Request is missing Authentication Token')
    const machineNow = clock()
    const now = new Date(machineNow.getTime() + store.state.account.clockAheadSeconds * 1000)
    const { caller, secret } = findCaller(store.state, signature, now)
    verify(request, signature, secret, machineNow)
    const { service } = signature
    const region = regionOf(signature)
    noteUse(store, signature.accessKeyId, { at: toTheMinute(now), region, service })
    const userAgent = request.headers['user-agent']
    const moment = { caller, machineNow, now, region, requestId, userAgent }
    if (service === 'iam' || service === 'sts') {
      const form = formOf(request)
      return xml(200, carryOut(chosen(byAction[service], service, form), form, moment), requestId)
    }
    const post = request.method === 'POST'
    const ready =
      service === 'account' && post
        ? byPath.get(request.path)
        : service === 'cloudtrail' && post
          ? byTarget.get(targetOf(request))
          : undefined
    if (ready === undefined) throw notSimulated(`${service} ${request.method} ${request.path}`)
    return json(200, carryOut(ready(), textOf(request.body), moment), requestId)
  }

  return async request => {
    const requestId = randomUUID()
    let signature: Signature | undefined
    try {
      if ((request.body?.length ?? 0) > longestBody)
        // What IAM answers was looked for and not found; the code is the one SES has.
        throw new AwsError('RequestEntityTooLarge', `The request is larger than ${longestBody} bytes.`)
      signature = readSignature(request)
      return answer(request, signature, requestId)
    } catch (error) {
      // In process it goes through to the caller as it is: the SDK would retry a 500 three times, and lose the sentence.
      if (error instanceof StoreError) throw error
      if (!(error instanceof AwsError)) onBug(error)
      else if (error.keep !== undefined) store.transact(error.keep)
      return failed(
        request,
        signature?.service,
        error instanceof AwsError ? error : internalFailure(),
        requestId,
      )
    }
  }
}

/** The SDK's `requestHandler` over an exchange: no socket. */
export const requestHandler = (exchange: Exchange) => ({
  metadata: { handlerProtocol: 'http/1.1' },
  handle: async (request: WireRequest) => ({ response: await exchange(request) }),
  updateHttpClientConfig: () => {},
  httpHandlerConfigs: () => ({}),
  destroy: () => {},
})

/** The fields of a POST, or of a GET with its fields in the query. */
const formOf = ({ method, path, query, body }: WireRequest): Form => {
  if (path !== '/' || (method !== 'POST' && method !== 'GET')) throw notSimulated(`${method} ${path}`)
  return readForm(textOf(body), query)
}

const textOf = (body: Uint8Array | string | undefined): string =>
  body === undefined || typeof body === 'string'
    ? (body ?? '')
    : Buffer.from(body.buffer, body.byteOffset, body.byteLength).toString()

/** IAM and Account live in us-east-1, whatever region a client with an endpoint URL of its own has signed for. */
const regionOf = ({ service, region }: Signature): string => (service === 'sts' ? region : 'us-east-1')

/** `CloudTrail_20131101.LookupEvents`; the AWS CLI has a namespace before it. */
const targetOf = ({ headers }: WireRequest): string => {
  const target = Object.hasOwn(headers, 'x-amz-target') ? headers['x-amz-target']! : ''
  return target.split('.').slice(-2).join('.')
}

/** What only reads, by its name: https://docs.aws.amazon.com/awscloudtrail/latest/userguide/cloudtrail-event-reference-record-contents.html, readOnly. */
const reads = /^(?:Get|List|Lookup|Simulate|AssumeRole)/

/** IAM's errors have a longer name in its events, as recorded ones show: `NoSuchEntityException`, and yet `AccessDenied`. */
const recordedCode = (service: string, code: string): string =>
  service !== 'iam' || code === 'AccessDenied' || code.endsWith('Exception')
    ? code
    : `${code.replace(/Error$/, '')}Exception`

const toTheMinute = (date: Date): string => `${date.toISOString().slice(0, 16)}:00Z`

/** Keeps when a long-term key or a role last signed a request: to the minute, so that reads seldom write. */
const noteUse = (store: Store, accessKeyId: string, lastUsed: Required<AccessKeyRow>['lastUsed']): void => {
  const owner = store.state.sessions.get(accessKeyId)?.owner
  if (owner?.type === 'role') {
    const role = store.state.roleById(owner.roleId)!
    const { at, region } = lastUsed
    if (role.lastUsed?.at === at && role.lastUsed.region === region) return
    store.transact(state => putRole(state, { ...role, lastUsed: { at, region } }))
    return
  }
  const key = store.state.accessKeys.get(accessKeyId)
  if (key === undefined) return
  const { at, region, service } = key.lastUsed ?? {}
  if (at === lastUsed.at && region === lastUsed.region && service === lastUsed.service) return
  store.transact(state => state.accessKeys.put(accessKeyId, { ...key, lastUsed }))
}

const notSimulated = (what: string): AwsError =>
  new AwsError(
    'UnknownOperationException',
    `${what} is not simulated; \`iam-lab serve --operations\` lists what is.`,
  )

// https://docs.aws.amazon.com/IAM/latest/APIReference/CommonErrors.html
const internalFailure = (): AwsError =>
  new AwsError(
    'InternalFailure',
    'The request processing has failed because of an unknown error, exception or failure.',
  )

/** What a `StoreError` is over HTTP, where nothing can be thrown: a 500 with its sentence. */
export const unstored = (request: WireRequest, { message }: StoreError): WireResponse =>
  failed(request, readSignature(request)?.service, new AwsError('ServiceFailure', message), randomUUID())

/** The error in the words of the service that was asked; of the likeliest when the signature does not say. */
const failed = (
  request: WireRequest,
  service: string | undefined,
  error: AwsError,
  requestId: string,
): WireResponse => {
  const isJson =
    Object.hasOwn(request.headers, 'content-type') && request.headers['content-type']!.includes('json')
  // JSON 1.1 has 400 for every error of the caller's.
  if (service === 'cloudtrail')
    return json(
      Math.min(error.status, error.status >= 500 ? 500 : 400),
      jsonError(error),
      requestId,
      jsonErrorType(error.code),
    )
  if (service === 'account' || (isJson && service !== 'iam' && service !== 'sts'))
    return json(error.status, jsonError(error), requestId, jsonErrorType(error.code))
  const isSts = service === 'sts' || (service === undefined && looksLikeSts(request))
  return xml(error.status, xmlError(error, requestId, services[isSts ? 'sts' : 'iam'].xmlns), requestId)
}

const looksLikeSts = (request: WireRequest): boolean =>
  request.query?.['Version'] === services.sts.version ||
  textOf(request.body).includes(`Version=${services.sts.version}`)

const xml = (statusCode: number, body: string, requestId: string): WireResponse => ({
  statusCode,
  headers: { 'content-type': 'text/xml', 'x-amzn-requestid': requestId },
  body: Buffer.from(body),
})

const json = (statusCode: number, body: string, requestId: string, errorType?: string): WireResponse => ({
  statusCode,
  headers: {
    'content-type': 'application/json',
    'x-amzn-requestid': requestId,
    ...(errorType !== undefined && { 'x-amzn-errortype': errorType }),
  },
  body: Buffer.from(body),
})
