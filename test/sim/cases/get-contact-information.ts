import { GetContactInformationCommand, PutContactInformationCommand } from '@aws-sdk/client-account'
import type { Case } from '../case.ts'
import { notAuthorized, primaryContact } from '../contact.ts'

export default [
  {
    name: 'the contact that was put',
    given: [new PutContactInformationCommand({ ContactInformation: primaryContact })],
    call: new GetContactInformationCommand({}),
    expect: { output: { ContactInformation: primaryContact } },
  },
  {
    name: 'none was put',
    call: new GetContactInformationCommand({}),
    expect: {
      code: 'ResourceNotFoundException',
      status: 404,
      message: 'No contact information found.',
    },
  },
  {
    name: 'of another account',
    call: new GetContactInformationCommand({ AccountId: '444455556666' }),
    expect: notAuthorized,
  },
] satisfies Case[]
