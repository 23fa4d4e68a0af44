import { GetAlternateContactCommand, PutAlternateContactCommand } from '@aws-sdk/client-account'
import type { Case } from '../case.ts'
import { noContact, notAuthorized, securityContact } from '../contact.ts'
import { userNamed } from '../rows.ts'

export default [
  {
    name: 'the contact that was put',
    given: [new PutAlternateContactCommand(securityContact)],
    call: new GetAlternateContactCommand({ AlternateContactType: 'SECURITY' }),
    expect: { output: { AlternateContact: securityContact } },
  },
  {
    name: 'a type that was not put',
    given: [new PutAlternateContactCommand(securityContact)],
    call: new GetAlternateContactCommand({ AlternateContactType: 'BILLING' }),
    expect: noContact,
  },
  {
    name: 'a type there is not',
    call: new GetAlternateContactCommand({ AlternateContactType: 'LEGAL' as never }),
    expect: notAuthorized,
  },
  {
    name: 'of another account',
    call: new GetAlternateContactCommand({ AlternateContactType: 'SECURITY', AccountId: '444455556666' }),
    expect: notAuthorized,
  },
  {
    name: 'a user whom nothing allows it',
    rows: state => state.users.put('ada', userNamed('ada')),
    as: 'ada',
    call: new GetAlternateContactCommand({ AlternateContactType: 'SECURITY' }),
    expect: {
      code: 'AccessDeniedException',
      status: 403,
      message:
        'User: arn:aws:iam::111122223333:user/ada is not authorized to perform: account:GetAlternateContact on resource: arn:aws:account::111122223333:account because no identity-based policy allows the account:GetAlternateContact action',
    },
  },
] satisfies Case[]
