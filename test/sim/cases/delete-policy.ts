import {
  AttachUserPolicyCommand,
  CreateUserCommand,
  DeletePolicyCommand,
  DeletePolicyVersionCommand,
  DeleteUserPermissionsBoundaryCommand,
  DetachUserPolicyCommand,
  ListPoliciesCommand,
} from '@aws-sdk/client-iam'
import type { Case } from '../case.ts'
import { created, notAttachable, notOwn, ofAws, PolicyArn, version } from '../own-policy.ts'

const ada = new CreateUserCommand({ UserName: 'ada' })
const attached = new AttachUserPolicyCommand({ UserName: 'ada', PolicyArn })
const inUse = { code: 'DeleteConflict', status: 409, message: 'Cannot delete a policy attached to entities.' }
const none = {
  call: new ListPoliciesCommand({ Scope: 'Local' }),
  output: { Policies: [], IsTruncated: false },
}

export default [
  {
    name: 'a policy that nobody has',
    given: [created],
    call: new DeletePolicyCommand({ PolicyArn }),
    expect: { output: {} },
    afterwards: none,
  },
  {
    name: 'a policy that somebody has',
    given: [created, ada, attached],
    call: new DeletePolicyCommand({ PolicyArn }),
    expect: inUse,
  },
  {
    name: 'a policy that is a boundary',
    given: [created, new CreateUserCommand({ UserName: 'ada', PermissionsBoundary: PolicyArn })],
    call: new DeletePolicyCommand({ PolicyArn }),
    expect: inUse,
  },
  {
    name: 'a policy that was attached, was a boundary, and had two versions',
    given: [
      created,
      version('ec2:*', true),
      new CreateUserCommand({ UserName: 'ada', PermissionsBoundary: PolicyArn }),
      attached,
      new DetachUserPolicyCommand({ UserName: 'ada', PolicyArn }),
      new DeleteUserPermissionsBoundaryCommand({ UserName: 'ada' }),
      new DeletePolicyVersionCommand({ PolicyArn, VersionId: 'v1' }),
    ],
    call: new DeletePolicyCommand({ PolicyArn }),
    expect: { output: {} },
    afterwards: none,
  },
  {
    name: 'a policy of two versions',
    given: [created, version('ec2:*')],
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
    expect: notAttachable,
  },
  {
    name: 'its name on another path',
    given: [created],
    call: new DeletePolicyCommand({ PolicyArn: 'arn:aws:iam::111122223333:policy/Deploy' }),
    expect: {
      ...notAttachable,
      message: 'Policy arn:aws:iam::111122223333:policy/Deploy does not exist or is not attachable.',
    },
  },
  { name: 'a policy of AWS’s', call: new DeletePolicyCommand({ PolicyArn: ofAws }), expect: notOwn },
] satisfies Case[]
