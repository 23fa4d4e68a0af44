import { GetContactInformationCommand, PutContactInformationCommand } from '@aws-sdk/client-account'
import type { Case } from '../case.ts'
import { invalid, notAuthorized, primaryContact } from '../contact.ts'

const put = (contact: object, account: object = {}) =>
  new PutContactInformationCommand({
    ContactInformation: { ...primaryContact, ...contact },
    ...account,
  } as never)
const limits: [contact: object, problem: string][] = [
  [
    { PhoneNumber: '5555550100' },
    "Value at 'contactInformation.phoneNumber' failed to satisfy constraint: Member must satisfy regular expression pattern: [+][\\s0-9()-]+",
  ],
  [
    { CountryCode: 'USA' },
    "Value at 'contactInformation.countryCode' failed to satisfy constraint: Member must have length less than or equal to 2",
  ],
  [
    { FullName: 'a'.repeat(51) },
    "Value at 'contactInformation.fullName' failed to satisfy constraint: Member must have length less than or equal to 50",
  ],
  [
    { City: undefined },
    "Value at 'contactInformation.city' failed to satisfy constraint: Member must not be null",
  ],
]
const { CompanyName: _, WebsiteUrl: __, ...least } = primaryContact

export default [
  {
    name: 'a contact',
    call: put({}),
    expect: { output: {} },
    afterwards: {
      call: new GetContactInformationCommand({}),
      output: { ContactInformation: primaryContact },
    },
  },
  {
    name: 'another in its place, whole: what is left out is gone',
    given: [put({})],
    call: new PutContactInformationCommand({ ContactInformation: least }),
    expect: { output: {} },
    afterwards: { call: new GetContactInformationCommand({}), output: { ContactInformation: least } },
  },
  { name: 'for another account', call: put({}, { AccountId: '444455556666' }), expect: notAuthorized },
  ...limits.map(([contact, problem]) => ({
    name: `outside the limits: ${JSON.stringify(contact).slice(0, 40)}`,
    call: put(contact),
    expect: invalid(problem),
  })),
] satisfies Case[]
