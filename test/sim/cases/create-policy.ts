import { CreatePolicyCommand } from '@aws-sdk/client-iam'
import type { Case } from '../case.ts'
import { created, document, shown } from '../own-policy.ts'
import { malformed } from '../policy-documents.ts'
import { policyNamed } from '../rows.ts'

const long = (length: number) => document(`s3:${'a'.repeat(length - document('s3:').length)}`)
const statement = '"Statement":{"Effect":"Allow","Action":"s3:*","Resource":"*"}'

export default [
  {
    name: 'a policy with everything; its description is not shown',
    call: new CreatePolicyCommand({
      PolicyName: 'Deploy',
      Path: '/team/',
      PolicyDocument: document('s3:*'),
      Description: 'What deploying takes.',
      Tags: [
        { Key: 'team', Value: 'blue' },
        { Key: 'Team', Value: '' },
      ],
    }),
    expect: {
      output: {
        Policy: {
          ...shown,
          Tags: [
            { Key: 'team', Value: 'blue' },
            { Key: 'Team', Value: '' },
          ],
        },
      },
    },
  },
  {
    name: 'a name that is taken, in another case and on another path',
    given: [created],
    call: new CreatePolicyCommand({ PolicyName: 'DEPLOY', PolicyDocument: document('s3:*') }),
    expect: {
      code: 'EntityAlreadyExists',
      status: 409,
      message: 'A policy called DEPLOY already exists. Duplicate names are not allowed.',
    },
  },
  {
    name: 'the name of one of AWS’s',
    call: new CreatePolicyCommand({ PolicyName: 'AdministratorAccess', PolicyDocument: document('s3:*') }),
    expect: {
      output: {
        Policy: {
          ...shown,
          PolicyName: 'AdministratorAccess',
          Arn: 'arn:aws:iam::111122223333:policy/AdministratorAccess',
          Path: '/',
        },
      },
    },
  },
  {
    name: '6,144 characters, white space not counted',
    call: new CreatePolicyCommand({
      PolicyName: 'Long',
      PolicyDocument: `${' '.repeat(500)}${long(6144)}`,
    }),
    expect: {
      output: {
        Policy: {
          ...shown,
          PolicyName: 'Long',
          Arn: 'arn:aws:iam::111122223333:policy/Long',
          Path: '/',
        },
      },
    },
  },
  {
    name: '6,145 characters',
    call: new CreatePolicyCommand({ PolicyName: 'Long', PolicyDocument: long(6145) }),
    expect: { code: 'LimitExceeded', status: 409, message: 'Cannot exceed quota for PolicySize: 6144' },
  },
  ...malformed.map(({ name, document: PolicyDocument, message }) => ({
    name: `a document with ${name}`,
    call: new CreatePolicyCommand({ PolicyName: 'Deploy', PolicyDocument }),
    expect: { code: 'MalformedPolicyDocument', status: 400, message },
  })),
  ...[`{${statement}}`, `{"Version":"2008-10-17",${statement}}`].map(PolicyDocument => ({
    name: `a version that managed policies do not have: ${PolicyDocument}`,
    call: new CreatePolicyCommand({ PolicyName: 'Deploy', PolicyDocument }),
    expect: {
      code: 'MalformedPolicyDocument',
      status: 400,
      message: 'Policy document must be version 2012-10-17 or greater.',
    },
  })),
  {
    name: 'the 1,501st policy',
    rows: ({ policies }) => {
      for (let i = 0; i < 1500; i++) policies.put(`p${i}`, policyNamed(`p${i}`))
    },
    call: created,
    expect: {
      code: 'LimitExceeded',
      status: 409,
      message: 'Cannot exceed quota for PoliciesPerAccount: 1500',
    },
  },
  {
    name: 'the same tag twice',
    call: new CreatePolicyCommand({
      PolicyName: 'Deploy',
      PolicyDocument: document('s3:*'),
      Tags: ['1', '2'].map(Value => ({ Key: 'team', Value })),
    }),
    expect: { code: 'InvalidInput', status: 400, message: 'Duplicate tag keys found.' },
  },
  {
    name: 'a path that policies do not have',
    call: new CreatePolicyCommand({
      PolicyName: 'Deploy',
      Path: '/a//b/',
      PolicyDocument: document('s3:*'),
    }),
    expect: {
      code: 'ValidationError',
      status: 400,
      message:
        'The specified value for path is invalid. It must begin and end with / and contain only alphanumeric characters and/or / characters.',
    },
  },
  {
    name: 'a name with a space',
    call: new CreatePolicyCommand({ PolicyName: 'De ploy', PolicyDocument: document('s3:*') }),
    expect: {
      code: 'ValidationError',
      status: 400,
      message:
        'The specified value for policyName is invalid. It must contain only alphanumeric characters and/or the following: +=,.@_-',
    },
  },
  {
    name: 'a description of 1,001 characters',
    call: new CreatePolicyCommand({
      PolicyName: 'Deploy',
      PolicyDocument: document('s3:*'),
      Description: 'a'.repeat(1001),
    }),
    expect: {
      code: 'ValidationError',
      status: 400,
      message:
        "1 validation error detected: Value at 'description' failed to satisfy constraint: Member must have length less than or equal to 1000",
    },
  },
] satisfies Case[]
