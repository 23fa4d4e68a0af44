import { CreateUserCommand, SimulatePrincipalPolicyCommand } from '@aws-sdk/client-iam'
import type { State } from '../../../src/sim/state.ts'
import type { Case } from '../case.ts'
import { groupNamed, roleNamed, userNamed } from '../rows.ts'

const PolicySourceArn = 'arn:aws:iam::111122223333:user/ada'
const call = (input: Partial<SimulatePrincipalPolicyCommand['input']> = {}) =>
  new SimulatePrincipalPolicyCommand({ PolicySourceArn, ActionNames: ['iam:CreateUser'], ...input })
const administrator = 'arn:aws:iam::aws:policy/AdministratorAccess'

/** As real answers show it for this policy. */
const byAdministrator = {
  SourcePolicyId: 'AdministratorAccess',
  SourcePolicyType: 'IAM Policy',
  StartPosition: { Line: 3, Column: 17 },
  EndPosition: { Line: 8, Column: 6 },
}
const result = (EvalDecision: string, MatchedStatements: object[], more = {}) => ({
  EvalActionName: 'iam:CreateUser',
  EvalResourceName: '*',
  EvalDecision,
  MatchedStatements,
  MissingContextValues: [],
  ...more,
})
const answer = (...EvaluationResults: object[]) => ({ output: { EvaluationResults, IsTruncated: false } })
const denyAll = JSON.stringify({
  Version: '2012-10-17',
  Statement: [{ Effect: 'Deny', Action: '*', Resource: '*' }],
})
const span = (Line: number, from: number, to: number) => ({
  StartPosition: { Line, Column: from },
  EndPosition: { Line, Column: to },
})
const inGroup = ({ users, groups }: State) => {
  groups.put('admins', { ...groupNamed('Admins'), attached: [administrator], inline: { none: denyAll } })
  users.put('ada', { ...userNamed('ada'), groups: ['AGPAADMINS'] })
}

export default [
  {
    name: 'a user with AdministratorAccess',
    rows: ({ users }) => users.put('ada', { ...userNamed('ada'), attached: [administrator] }),
    call: call(),
    expect: answer(result('allowed', [byAdministrator])),
  },
  {
    name: 'a user without policies',
    rows: ({ users }) => users.put('ada', userNamed('ada')),
    call: call(),
    expect: answer(result('implicitDeny', [])),
  },
  {
    name: 'a group’s policies are its users’, and an inline one is called by its group',
    rows: inGroup,
    call: call(),
    expect: answer(
      result('explicitDeny', [
        { SourcePolicyId: 'group_Admins_none', SourcePolicyType: 'IAM Policy', ...span(1, 38, 83) },
      ]),
    ),
  },
  {
    name: 'a group by itself',
    rows: ({ groups }) => groups.put('admins', { ...groupNamed('Admins'), attached: [administrator] }),
    call: call({ PolicySourceArn: 'arn:aws:iam::111122223333:group/Admins' }),
    expect: answer(result('allowed', [byAdministrator])),
  },
  {
    name: 'a role with a boundary that allows less',
    rows: ({ roles }) =>
      roles.put(
        'deploy',
        roleNamed('Deploy', {
          attached: [administrator],
          permissionsBoundary: 'arn:aws:iam::aws:policy/IAMReadOnlyAccess',
        }),
      ),
    call: call({ PolicySourceArn: 'arn:aws:iam::111122223333:role/Deploy' }),
    expect: answer(
      result('implicitDeny', [], {
        PermissionsBoundaryDecisionDetail: { AllowedByPermissionsBoundary: false },
      }),
    ),
  },
  {
    name: 'a boundary that is sent takes the place of the user’s own',
    rows: ({ users }) =>
      users.put('ada', {
        ...userNamed('ada'),
        attached: [administrator],
        permissionsBoundary: 'arn:aws:iam::aws:policy/IAMReadOnlyAccess',
      }),
    call: call({ PermissionsBoundaryPolicyInputList: [denyAll.replace('Deny', 'Allow')] }),
    expect: answer(
      result('allowed', [byAdministrator], {
        PermissionsBoundaryDecisionDetail: { AllowedByPermissionsBoundary: true },
      }),
    ),
  },
  {
    name: 'a policy that is sent counts beside the user’s own',
    rows: ({ users }) => users.put('ada', { ...userNamed('ada'), attached: [administrator] }),
    call: call({ PolicyInputList: [denyAll] }),
    expect: answer(
      result('explicitDeny', [
        { SourcePolicyId: 'PolicyInputList.1', SourcePolicyType: 'IAM Policy', ...span(1, 38, 83) },
      ]),
    ),
  },
  {
    name: 'nobody’s policies',
    call: call(),
    expect: { code: 'NoSuchEntity', status: 404, message: 'The user with name ada cannot be found.' },
  },
  {
    name: 'the session of a role is no source of policies',
    call: call({ PolicySourceArn: 'arn:aws:sts::111122223333:assumed-role/Deploy/work' }),
    expect: {
      code: 'InvalidInput',
      status: 400,
      message:
        'Invalid Entity Arn: arn:aws:sts::111122223333:assumed-role/Deploy/work does not clearly define entity type and name.',
    },
  },
  {
    name: 'a resource’s policy for a role',
    rows: ({ roles }) => roles.put('deploy', roleNamed('Deploy')),
    call: call({ PolicySourceArn: 'arn:aws:iam::111122223333:role/Deploy', ResourcePolicy: denyAll }),
    expect: {
      code: 'InvalidInput',
      status: 400,
      message: 'Simulation of resource-based policies is supported for IAM users alone.',
    },
  },
  {
    name: 'it is a permission on the user that is asked about',
    given: [new CreateUserCommand({ UserName: 'bob' })],
    rows: ({ users }) =>
      users.put('ada', {
        ...userNamed('ada'),
        inline: {
          own: JSON.stringify({
            Version: '2012-10-17',
            Statement: {
              Effect: 'Allow',
              Action: 'iam:SimulatePrincipalPolicy',
              Resource: 'arn:aws:iam::*:user/${aws:username}',
            },
          }),
        },
      }),
    as: 'ada',
    call: call({ PolicySourceArn: 'arn:aws:iam::111122223333:user/bob' }),
    expect: {
      code: 'AccessDenied',
      status: 403,
      message:
        'User: arn:aws:iam::111122223333:user/ada is not authorized to perform: iam:SimulatePrincipalPolicy on resource: arn:aws:iam::111122223333:user/bob because no identity-based policy allows the iam:SimulatePrincipalPolicy action',
    },
  },
] satisfies Case[]
