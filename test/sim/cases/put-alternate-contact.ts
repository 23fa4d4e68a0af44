import { GetAlternateContactCommand, PutAlternateContactCommand } from '@aws-sdk/client-account'
import type { Case } from '../case.ts'
import { invalid, notAuthorized, securityContact } from '../contact.ts'

const put = (contact: object) => new PutAlternateContactCommand({ ...securityContact, ...contact } as never)
const stored = (contact: object) => ({
  call: new GetAlternateContactCommand({ AlternateContactType: 'SECURITY' }),
  output: { AlternateContact: { ...securityContact, ...contact } },
})
const limits: [contact: object, problem: string][] = [
  [
    { Name: '' },
    "Value at 'name' failed to satisfy constraint: Member must have length greater than or equal to 1",
  ],
  [
    { Name: 'a'.repeat(65) },
    "Value at 'name' failed to satisfy constraint: Member must have length less than or equal to 64",
  ],
  [
    { Title: 'a'.repeat(51) },
    "Value at 'title' failed to satisfy constraint: Member must have length less than or equal to 50",
  ],
  [
    { EmailAddress: 'security' },
    "Value at 'emailAddress' failed to satisfy constraint: Member must satisfy regular expression pattern: [\\s]*[\\w+=.#|!&-]+@[\\w.-]+\\.[\\w]+[\\s]*",
  ],
  [
    { PhoneNumber: 'none' },
    "Value at 'phoneNumber' failed to satisfy constraint: Member must satisfy regular expression pattern: [\\s0-9()+-]+",
  ],
  [
    { PhoneNumber: '5'.repeat(26) },
    "Value at 'phoneNumber' failed to satisfy constraint: Member must have length less than or equal to 25",
  ],
  [{ Title: undefined }, "Value at 'title' failed to satisfy constraint: Member must not be null"],
  [
    { AccountId: '1111' },
    "Value at 'accountId' failed to satisfy constraint: Member must satisfy regular expression pattern: \\d{12}",
  ],
]

export default [
  {
    name: 'a contact',
    call: put({}),
    expect: { output: {} },
    afterwards: stored({}),
  },
  {
    name: 'spaces around the e-mail address are left out, others are kept',
    call: put({ EmailAddress: ' security@example.com\n', Name: ' Mary Major ' }),
    expect: { output: {} },
    afterwards: stored({ Name: ' Mary Major ' }),
  },
  {
    name: 'another contact in its place',
    given: [put({})],
    call: put({ Name: 'John Stiles' }),
    expect: { output: {} },
    afterwards: stored({ Name: 'John Stiles' }),
  },
  {
    name: 'a contact of another type leaves it as it is',
    given: [put({})],
    call: put({ AlternateContactType: 'BILLING', Name: 'John Stiles' }),
    expect: { output: {} },
    afterwards: stored({}),
  },
  { name: 'a type there is not', call: put({ AlternateContactType: 'LEGAL' }), expect: notAuthorized },
  { name: 'for another account', call: put({ AccountId: '444455556666' }), expect: notAuthorized },
  ...limits.map(([contact, problem]) => ({
    name: `outside the limits: ${JSON.stringify(contact).slice(0, 40)}`,
    call: put(contact),
    expect: invalid(problem),
  })),
] satisfies Case[]
