import { LookupEventsCommand, type LookupAttribute } from '@aws-sdk/client-cloudtrail'
import { AwsError } from '../errors.ts'
import { operation } from '../operation.ts'
import type { EventRow } from '../state.ts'

/** The account's event history, newest first: every call and every sign-in, as CloudTrail keeps them for 90 days. */
export const lookupEvents = operation(LookupEventsCommand, (input, { history }) => {
  const { LookupAttributes = [], StartTime, EndTime, MaxResults = 50, NextToken } = input
  // The codes are the model's; AWS's sentences for them were looked for and not found.
  if (LookupAttributes.length > 1)
    throw new AwsError('InvalidLookupAttributesException', 'Only one lookup attribute can be specified.')
  if (MaxResults < 1 || MaxResults > 50)
    throw new AwsError('InvalidMaxResultsException', 'MaxResults must be between 1 and 50.')
  if (StartTime && EndTime && StartTime > EndTime)
    throw new AwsError('InvalidTimeRangeException', 'The start time must not be after the end time.')
  const wanted = history()
    .toReversed()
    .toSorted((one, other) =>
      one.eventTime < other.eventTime ? 1 : one.eventTime > other.eventTime ? -1 : 0,
    )
    .filter(event => LookupAttributes.every(attribute => has(event, attribute)))
    .filter(({ eventTime }) => !StartTime || new Date(eventTime) >= StartTime)
    .filter(({ eventTime }) => !EndTime || new Date(eventTime) <= EndTime)
  const from =
    NextToken === undefined ? 0 : wanted.findIndex(({ eventID }) => tokenOf(eventID) === NextToken) + 1
  if (NextToken !== undefined && from === 0)
    throw new AwsError('InvalidNextTokenException', 'The token in NextToken is not valid.')
  const shown = wanted.slice(from, from + MaxResults)
  const more = wanted.length > from + shown.length
  return { Events: shown.map(viewOf), ...(more && { NextToken: tokenOf(shown.at(-1)!.eventID) }) }
})

const tokenOf = (eventId: string): string => Buffer.from(`after:${eventId}`).toString('base64url')

/** The name that the history is looked up by: a session's name for a role. */
const userNameOf = ({ userIdentity: { type, userName, principalId } }: EventRow): string =>
  type === 'Root' ? 'root' : (userName ?? principalId.slice(principalId.indexOf(':') + 1))

/** https://docs.aws.amazon.com/awscloudtrail/latest/APIReference/API_LookupAttribute.html */
const has = (event: EventRow, { AttributeKey, AttributeValue }: LookupAttribute): boolean => {
  switch (AttributeKey) {
    case 'EventId':
      return event.eventID === AttributeValue
    case 'EventName':
      return event.eventName === AttributeValue
    case 'EventSource':
      return event.eventSource === AttributeValue
    case 'ReadOnly':
      return String(event.readOnly) === AttributeValue
    case 'Username':
      return userNameOf(event) === AttributeValue
    case 'AccessKeyId':
      return event.userIdentity.accessKeyId === AttributeValue
    case 'ResourceName':
      return resourceNames(event).includes(AttributeValue!)
    default:
      // Types of resources are not kept.
      return false
  }
}

/** The texts of a call's parameters: what it was about is among them. */
const resourceNames = ({ requestParameters }: EventRow): unknown[] => Object.values(requestParameters ?? {})

const viewOf = (event: EventRow) => ({
  EventId: event.eventID,
  EventName: event.eventName,
  ReadOnly: String(event.readOnly),
  ...(event.userIdentity.accessKeyId !== undefined && { AccessKeyId: event.userIdentity.accessKeyId }),
  EventTime: new Date(event.eventTime),
  EventSource: event.eventSource,
  Username: userNameOf(event),
  Resources: [],
  CloudTrailEvent: JSON.stringify(event),
})
