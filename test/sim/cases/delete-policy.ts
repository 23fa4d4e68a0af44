import {
  AttachUserPolicyCommand,
  CreatePolicyCommand,
  CreatePolicyVersionCommand,
  CreateUserCommand,
  DeletePolicyCommand,
  ListPoliciesCommand,
} from '@aws-sdk/client-iam'
import type { Case } from '../case.ts'

const PolicyArn = 'arn:aws:iam::111122223333:policy/team/Deploy'
const document = (Action: string) =>
  JSON.stringify({ Version: '2012-10-17', Statement: { Effect: 'Allow', Action, Resource: '*' } })
const created = new CreatePolicyCommand({
  PolicyName: 'Deploy',
  Path: '/team/',
  PolicyDocument: document('s3:*'),
})

export default [
  {
    name: 'a policy that nobody has',
    given: [created],
    call: new DeletePolicyCommand({ PolicyArn }),
    expect: { output: {} },
    afterwards: {
      call: new ListPoliciesCommand({ Scope: 'Local' }),
      output: { Policies: [], IsTruncated: false },
    },
  },
  {
    name: 'a policy that somebody has',
    given: [
      created,
      new CreateUserCommand({ UserName: 'ada' }),
      new AttachUserPolicyCommand({ UserName: 'ada', PolicyArn }),
    ],
    call: new DeletePolicyCommand({ PolicyArn }),
    expect: { code: 'DeleteConflict', status: 409, message: 'Cannot delete a policy attached to entities.' },
  },
  {
    name: 'a policy that is a boundary',
    given: [created, new CreateUserCommand({ UserName: 'ada', PermissionsBoundary: PolicyArn })],
    call: new DeletePolicyCommand({ PolicyArn }),
    expect: { code: 'DeleteConflict', status: 409, message: 'Cannot delete a policy attached to entities.' },
  },
  {
    name: 'a policy of two versions',
    given: [created, new CreatePolicyVersionCommand({ PolicyArn, PolicyDocument: document('ec2:*') })],
    call: new DeletePolicyCommand({ PolicyArn }),
    expect: {
      code: 'DeleteConflict',
      status: 409,
      message:
        "This policy has more than one version. Before you delete a policy, you must delete the policy's versions. The default version is deleted with the policy.",
    },
  },
  {
    name: 'a policy that is not there',
    call: new DeletePolicyCommand({ PolicyArn }),
    expect: { code: 'NoSuchEntity', status: 404, message: `Policy ${PolicyArn} was not found.` },
  },
  {
    name: 'a policy of AWS’s',
    call: new DeletePolicyCommand({ PolicyArn: 'arn:aws:iam::aws:policy/AdministratorAccess' }),
    expect: {
      code: 'AccessDenied',
      status: 403,
      message: 'Policy arn:aws:iam::aws:policy/AdministratorAccess is kept by AWS and cannot be changed.',
    },
  },
] satisfies Case[]
