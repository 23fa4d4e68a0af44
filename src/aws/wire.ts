import { NodeHttpHandler } from '@smithy/node-http-handler'
import { HttpsProxyAgent } from 'https-proxy-agent'
import { readFileSync } from 'node:fs'
import { Agent } from 'node:https'
import { getProxyForUrl } from 'proxy-from-env'
import { isReadName } from '../lab/account.ts'

/** How long is waited for a connection and for an answer, in milliseconds. */
export type Patience = { connectionTimeout: number; requestTimeout: number }

/** IAM answers within a second. */
const usual: Patience = { connectionTimeout: 5000, requestTimeout: 20_000 }

/** The SDK's warnings would be written across the screen. */
export const silent = { debug() {}, info() {}, warn() {}, error() {} }

/** The way to AWS: through the proxy that the environment names, trusting the CA bundle that it names (AWS_CA_BUNDLE). */
export const wireTo = (
  endpoint: string | undefined,
  env: NodeJS.ProcessEnv,
  patience: Patience = usual,
): NodeHttpHandler => {
  const url = endpoint ?? 'https://iam.amazonaws.com'
  const bundle = env['AWS_CA_BUNDLE']
  const trust = bundle ? { ca: readFileSync(bundle) } : {}
  const proxy = url.startsWith('https:') ? getProxyForUrl(url) : ''
  const httpsAgent = proxy ? new HttpsProxyAgent(proxy, trust) : new Agent({ keepAlive: true, ...trust })
  // The proxy's agent keeps what is trusted for the proxy alone; AWS is behind it.
  Object.assign(httpsAgent.options, trust)
  // Without being told to, the handler only warns of a late answer, on the screen, and waits for ever.
  return new NodeHttpHandler({
    ...patience,
    throwOnRequestTimeout: true,
    logger: silent,
    httpsAgent: httpsAgent as Agent,
  })
}

type Request = Parameters<NodeHttpHandler['handle']>[0]

/** What a request asks for, read off the wire: `iam:CreateUser`. */
const actionIn = ({ body, path, headers }: Request): string => {
  const target = /CloudTrail_\d+\.(\w+)$/.exec(headers['x-amz-target'] ?? '')?.[1]
  if (target) return `cloudtrail:${target}`
  const form = new URLSearchParams(typeof body === 'string' ? body : '')
  const action = form.get('Action')
  if (action) return `${form.get('Version') === '2011-06-15' ? 'sts' : 'iam'}:${action}`
  return `account:${path.slice(1, 2).toUpperCase()}${path.slice(2)}`
}

/** Lets reads through and nothing else, whatever was meant to be sent: the last door before the socket. */
export const readsAlone = (wire: NodeHttpHandler): NodeHttpHandler => {
  const handle = wire.handle.bind(wire)
  wire.handle = (request, options) => {
    const action = actionIn(request)
    if (!isReadName(action))
      return Promise.reject(new Error(`${action} is not on the list of reads, and was not sent.`))
    return handle(request, options)
  }
  return wire
}
