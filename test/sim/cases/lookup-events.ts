import { LookupEventsCommand } from '@aws-sdk/client-cloudtrail'
import type { EventRow } from '../../../src/sim/state.ts'
import type { Case } from '../case.ts'

/** Days after the tenth before today, at midnight: the history goes back 90. */
const onDay = (day: number, hours = 0): Date => {
  const today = new Date()
  today.setUTCHours(hours, 0, 0, 0)
  return new Date(today.getTime() - (10 - day) * 86_400_000)
}

/** An event of one of these days. */
const event = (day: number, eventName: string, more: Partial<EventRow> = {}): EventRow => ({
  eventVersion: '1.11',
  userIdentity: {
    type: 'Root',
    principalId: '111122223333',
    arn: 'arn:aws:iam::111122223333:root',
    accountId: '111122223333',
    accessKeyId: 'AKIAI44QH8DHBEXAMPLE',
  },
  eventTime: onDay(day).toISOString().replace('.000Z', 'Z'),
  eventSource: 'iam.amazonaws.com',
  eventName,
  awsRegion: 'us-east-1',
  sourceIPAddress: '127.0.0.1',
  userAgent: 'test',
  requestParameters: { userName: 'ada' },
  responseElements: null,
  eventID: `00000000-0000-0000-0000-00000000000${day}`,
  readOnly: eventName.startsWith('Get'),
  eventType: 'AwsApiCall',
  managementEvent: true,
  recipientAccountId: '111122223333',
  eventCategory: 'Management',
  ...more,
})
const events = [event(1, 'CreateUser'), event(2, 'GetUser'), event(3, 'DeleteUser')]
const rows: Required<Case>['rows'] = state => {
  for (const one of events) state.events.put(one.eventID, one)
}
const shown = (day: number) => {
  const one = events[day - 1]!
  return {
    EventId: one.eventID,
    EventName: one.eventName,
    ReadOnly: String(one.readOnly),
    AccessKeyId: 'AKIAI44QH8DHBEXAMPLE',
    EventTime: one.eventTime,
    EventSource: 'iam.amazonaws.com',
    Username: 'root',
    Resources: [],
    CloudTrailEvent: JSON.stringify(one),
  }
}
const lookup = (input: LookupEventsCommand['input'] = {}) => new LookupEventsCommand(input)
const by = (
  AttributeKey: 'EventName' | 'ReadOnly' | 'ResourceName' | 'ResourceType',
  AttributeValue: string,
) => lookup({ LookupAttributes: [{ AttributeKey, AttributeValue }] })

export default [
  {
    name: 'everything, newest first',
    rows,
    call: lookup(),
    expect: { output: { Events: [shown(3), shown(2), shown(1)] } },
  },
  {
    name: 'by name',
    rows,
    call: by('EventName', 'GetUser'),
    expect: { output: { Events: [shown(2)] } },
  },
  {
    name: 'what only read',
    rows,
    call: by('ReadOnly', 'true'),
    expect: { output: { Events: [shown(2)] } },
  },
  {
    name: 'by what it was about',
    rows,
    call: by('ResourceName', 'ada'),
    expect: { output: { Events: [shown(3), shown(2), shown(1)] } },
  },
  {
    name: 'by a type of resource',
    rows,
    call: by('ResourceType', 'AWS::IAM::User'),
    expect: { output: { Events: [] } },
  },
  {
    name: 'within a time',
    rows,
    call: lookup({ StartTime: onDay(2), EndTime: onDay(2, 12) }),
    expect: { output: { Events: [shown(2)] } },
  },
  {
    name: 'a page, and the next',
    rows,
    given: [lookup({ MaxResults: 2 })],
    call: ([{ NextToken }]) =>
      lookup({
        MaxResults: 1,
        NextToken,
        LookupAttributes: [{ AttributeKey: 'EventSource', AttributeValue: 'iam.amazonaws.com' }],
      }),
    expect: { output: { Events: [shown(1)] } },
  },
  {
    name: 'two attributes',
    call: lookup({
      LookupAttributes: [
        { AttributeKey: 'EventName', AttributeValue: 'GetUser' },
        { AttributeKey: 'ReadOnly', AttributeValue: 'true' },
      ],
    }),
    expect: {
      code: 'InvalidLookupAttributesException',
      status: 400,
      message: 'Only one lookup attribute can be specified.',
    },
  },
  {
    name: '51 at once',
    call: lookup({ MaxResults: 51 }),
    expect: {
      code: 'InvalidMaxResultsException',
      status: 400,
      message: 'MaxResults must be between 1 and 50.',
    },
  },
  {
    name: 'an end before the start',
    call: lookup({ StartTime: onDay(2), EndTime: onDay(1) }),
    expect: {
      code: 'InvalidTimeRangeException',
      status: 400,
      message: 'The start time must not be after the end time.',
    },
  },
  {
    name: 'a token nobody gave',
    call: lookup({ NextToken: 'none' }),
    expect: {
      code: 'InvalidNextTokenException',
      status: 400,
      message: 'The token in NextToken is not valid.',
    },
  },
  {
    name: 'a user whom nothing allows it',
    rows: ({ users }) =>
      users.put('ada', {
        name: 'ada',
        path: '/',
        id: 'AIDAADA',
        createdAt: '2026-01-01T00:00:00Z',
        tags: [],
        groups: [],
        attached: [],
        inline: {},
        accessKeys: [],
        mfaDevices: [],
      }),
    as: 'ada',
    call: lookup(),
    expect: {
      code: 'AccessDeniedException',
      status: 400,
      message:
        'User: arn:aws:iam::111122223333:user/ada is not authorized to perform: cloudtrail:LookupEvents on resource: * because no identity-based policy allows the cloudtrail:LookupEvents action',
    },
  },
] satisfies Case[]
