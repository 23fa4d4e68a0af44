import { randomUUID } from 'node:crypto'
import { roleArn } from '../iam/role.ts'
import { stamp } from '../iam/ids.ts'
import type { Caller } from '../operation.ts'
import type { EventRow, State } from '../state.ts'

/** What happened, without what every event has. */
export type Happening = Pick<EventRow, 'eventSource' | 'eventName' | 'eventType' | 'readOnly'> & {
  requestParameters?: object | null
  responseElements?: object | null
  additionalEventData?: object
  errorCode?: string
  errorMessage?: string
  requestID?: string
  awsRegion?: string
  userAgent?: string | undefined
}

/** What version of the record these fields are: https://docs.aws.amazon.com/awscloudtrail/latest/userguide/cloudtrail-event-reference-record-contents.html */
const eventVersion = '1.11'

/** A record as CloudTrail writes it. Whoever calls leaves secrets out. */
export const eventOf = (state: State, caller: Caller, now: Date, happening: Happening): EventRow => {
  const { requestParameters = null, responseElements = null, ...rest } = happening
  return {
    eventVersion,
    userIdentity: identityOf(state, caller),
    eventTime: stamp(now),
    awsRegion: 'us-east-1',
    sourceIPAddress: '127.0.0.1',
    ...rest,
    userAgent: happening.userAgent ?? 'iam-lab',
    requestParameters,
    responseElements,
    eventID: randomUUID(),
    managementEvent: true,
    recipientAccountId: caller.accountId,
    eventCategory: 'Management',
  }
}

/** https://docs.aws.amazon.com/awscloudtrail/latest/userguide/cloudtrail-event-reference-user-identity.html */
const identityOf = (state: State, caller: Caller): EventRow['userIdentity'] => {
  const { owner, accountId, arn, userId, userName, accessKeyId, session } = caller
  const role = owner.type === 'role' ? state.roleById(owner.roleId) : undefined
  return {
    type: types[owner.type],
    principalId: userId,
    arn,
    accountId,
    ...(accessKeyId !== '' && { accessKeyId }),
    ...(userName !== undefined && { userName }),
    ...(session && {
      sessionContext: {
        ...(role && {
          sessionIssuer: {
            type: 'Role',
            principalId: role.id,
            arn: roleArn(state, role),
            accountId,
            userName: role.name,
          },
        }),
        attributes: { creationDate: session.issuedAt, mfaAuthenticated: String(session.mfa) },
      },
    }),
  }
}

const types = { root: 'Root', user: 'IAMUser', role: 'AssumedRole', 'federated-user': 'FederatedUser' }
