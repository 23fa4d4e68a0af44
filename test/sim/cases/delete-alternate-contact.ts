import {
  DeleteAlternateContactCommand,
  GetAlternateContactCommand,
  PutAlternateContactCommand,
} from '@aws-sdk/client-account'
import type { Case } from '../case.ts'
import { noContact, notAuthorized, securityContact } from '../contact.ts'

const billingContact = { ...securityContact, AlternateContactType: 'BILLING' } as const

export default [
  {
    name: 'one of two',
    given: [new PutAlternateContactCommand(securityContact), new PutAlternateContactCommand(billingContact)],
    call: new DeleteAlternateContactCommand({ AlternateContactType: 'SECURITY' }),
    expect: { output: {} },
    afterwards: {
      call: new GetAlternateContactCommand({ AlternateContactType: 'BILLING' }),
      output: { AlternateContact: billingContact },
    },
  },
  {
    name: 'one that was deleted',
    given: [
      new PutAlternateContactCommand(securityContact),
      new DeleteAlternateContactCommand({ AlternateContactType: 'SECURITY' }),
    ],
    call: new DeleteAlternateContactCommand({ AlternateContactType: 'SECURITY' }),
    expect: noContact,
  },
  {
    name: 'a type there is not',
    call: new DeleteAlternateContactCommand({ AlternateContactType: 'LEGAL' as never }),
    expect: notAuthorized,
  },
  {
    name: 'of another account',
    call: new DeleteAlternateContactCommand({ AlternateContactType: 'SECURITY', AccountId: '444455556666' }),
    expect: notAuthorized,
  },
] satisfies Case[]
