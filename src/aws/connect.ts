import { AccountClient } from '@aws-sdk/client-account'
import { CloudTrailClient } from '@aws-sdk/client-cloudtrail'
import { IAMClient, type IAMClientConfig } from '@aws-sdk/client-iam'
import { STSClient } from '@aws-sdk/client-sts'
import { StandardRetryStrategy } from '@smithy/core/retry'
import { operationOf, type ApiCall, type Credentials, type Send } from '../lab/account.ts'

export type Connection = {
  credentials: Credentials
  region?: string | undefined
  /** The simulator's, so that no socket is opened; the SDK's own when left out. */
  requestHandler?: IAMClientConfig['requestHandler']
  endpoint?: string | undefined
  /** How often the SDK sends a call, at most; whoever retries by itself says 1. */
  maxAttempts?: number
}

/** One client per service; a command's schema says which one it is for. New credentials need a new connection: the SDK keeps those it has. */
export const connect = ({
  credentials,
  region = 'us-east-1',
  requestHandler,
  endpoint,
  maxAttempts = 3,
}: Connection): Send => {
  const config: IAMClientConfig = {
    credentials: () => Promise.resolve(credentials as never),
    region,
    retryStrategy: new RetryUnlessQuota(maxAttempts),
    // An address from the shell or from any profile is never taken: the default profile's would be, whatever profile was asked for.
    ignoreConfiguredEndpointUrls: true,
    ...(requestHandler && { requestHandler }),
    ...(endpoint && { endpoint }),
  }
  const made: Record<string, { send: (call: any) => Promise<any> }> = {}
  const clients: Record<string, () => { send: (call: any) => Promise<any> }> = {
    iam: () => new IAMClient(config),
    sts: () => new STSClient(config as never),
    account: () => new AccountClient(config as never),
    // Root's events are kept there (CloudTrail user guide, global service events).
    cloudtrail: () => new CloudTrailClient({ ...config, region: 'us-east-1' } as never),
  }
  return <Output>(call: ApiCall<Output>): Promise<Output> => {
    const [service] = operationOf(call)
    return (made[service] ??= clients[service]!()).send(call)
  }
}

/** The SDK takes IAM's quota error for throttling and retries it for 2.5 s; a quota does not go away by waiting. */
class RetryUnlessQuota extends StandardRetryStrategy {
  override async refreshRetryTokenForRetry(
    ...args: Parameters<StandardRetryStrategy['refreshRetryTokenForRetry']>
  ): ReturnType<StandardRetryStrategy['refreshRetryTokenForRetry']> {
    const [, { error }] = args
    if ((error as { Code?: string; name?: string } | undefined)?.Code === 'LimitExceeded')
      throw error as Error
    return super.refreshRetryTokenForRetry(...args)
  }
}
