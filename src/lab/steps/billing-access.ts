import { errorCode } from '../account.ts'
import { cloudtrail } from '../sdk.ts'
import { defineStep, type Finding, type Seen } from '../step.ts'

export const billingAccess = defineStep({
  id: 'billing-access',
  title: 'Open the bill to users',
  why: 'At first only root may see what the account costs, whatever the policies say. One switch, which root alone has, lets IAM users see it as far as their policies allow, so that nobody needs root to read a bill.',
  concepts: [],
  docs: {
    title: 'Granting access to your billing information',
    url: 'https://docs.aws.amazon.com/awsaccountbilling/latest/aboutv2/control-access-billing.html',
  },
  hints: [
    'It is not in IAM. Where would an account keep its address and its payment method?',
    'On the Account page, under "IAM user and role access to Billing information", root finds an Edit button.',
    'Account page, Edit, tick Activate IAM Access, Update. Here: press Enter on the form.',
  ],
  fields: {},
  changed:
    'IAM users whose policies allow it can see the bill now. Before, only root could, whatever their policies said.',
  question: {
    asks: 'A user has no policy about billing. Do they see the bill now?',
    choices: ['Yes', 'No'],
    right: 1,
    because: 'The switch makes AWS look at policies for the billing pages. It allows nothing by itself.',
    docs: 'https://docs.aws.amazon.com/IAM/latest/UserGuide/tutorial_billing.html',
  },
  level: 'attested',
  plan: async (_, seen) =>
    seen.said.has('activate-iam-access-to-billing') ? [] : [{ console: 'activate-iam-access-to-billing' }],
  verify: async (_, seen) => {
    const said = seen.said.has('activate-iam-access-to-billing')
    return [
      {
        claim: 'IAM users and roles may see billing information',
        holds: said,
        source: 'you',
        saw: said
          ? 'you said so; no AWS API shows this setting'
          : 'not said yet; no AWS API shows this setting',
      },
      await lately(seen),
    ]
  },
  undo: async (_, seen) =>
    seen.said.has('activate-iam-access-to-billing') ? [{ console: 'deactivate-iam-access-to-billing' }] : [],
})

/**
 * Whether the switch was touched in the 90 days that CloudTrail's event history goes back. The event does not say on or off,
 * so it proves nothing (AWS Billing user guide, logging-using-cloudtrail: SetIAMAccessPreference).
 */
const lately = async (seen: Seen): Promise<Finding> => {
  const { LookupEventsCommand } = await cloudtrail()
  const looked = seen.look(
    new LookupEventsCommand({
      LookupAttributes: [{ AttributeKey: 'EventName', AttributeValue: 'SetIAMAccessPreference' }],
      MaxResults: 1,
    }),
  )
  return {
    claim: 'The switch was used in the last 90 days',
    holds: false,
    beside: true,
    source: 'cloudtrail:LookupEvents',
    ...(await looked.then(
      ({ Events: [event] = [] }) =>
        event
          ? {
              holds: true,
              saw: `SetIAMAccessPreference at ${event.EventTime?.toISOString() ?? 'some time'}; it does not say on or off`,
            }
          : { saw: 'no such event' },
      error => ({ saw: `cannot tell (${errorCode(error)})` }),
    )),
  }
}
