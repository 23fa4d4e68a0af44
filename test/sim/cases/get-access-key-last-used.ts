import { CreateAccessKeyCommand, CreateUserCommand, GetAccessKeyLastUsedCommand } from '@aws-sdk/client-iam'
import type { Case } from '../case.ts'
import type { State } from '../../../src/sim/state.ts'

const usedKey = ({ accessKeys }: State) =>
  accessKeys.put('AKIAIOSFODNN7EXAMPLE', {
    id: 'AKIAIOSFODNN7EXAMPLE',
    secret: '',
    owner: { type: 'root' },
    status: 'Active',
    createdAt: '2026-01-01T00:00:00Z',
    lastUsed: { at: '2026-01-02T03:04:00Z', region: 'eu-central-1', service: 'sts' },
  })

export default [
  {
    name: 'a key that was never used',
    given: [new CreateUserCommand({ UserName: 'ada' }), new CreateAccessKeyCommand({ UserName: 'ada' })],
    call: outputs => new GetAccessKeyLastUsedCommand({ AccessKeyId: outputs[1].AccessKey.AccessKeyId }),
    expect: { output: { UserName: 'ada', AccessKeyLastUsed: { ServiceName: 'N/A', Region: 'N/A' } } },
  },
  {
    name: 'a key that was used',
    rows: usedKey,
    call: new GetAccessKeyLastUsedCommand({ AccessKeyId: 'AKIAIOSFODNN7EXAMPLE' }),
    expect: {
      output: {
        AccessKeyLastUsed: {
          LastUsedDate: '2026-01-02T03:04:00Z',
          ServiceName: 'sts',
          Region: 'eu-central-1',
        },
      },
    },
  },
  {
    name: 'a key that is not the account’s',
    call: new GetAccessKeyLastUsedCommand({ AccessKeyId: 'AKIAIOSFODNN7EXAMPLE' }),
    expect: {
      code: 'AccessDenied',
      status: 403,
      message:
        'User: arn:aws:iam::111122223333:root is not authorized to perform iam:GetAccessKeyLastUsed on resource: access key AKIAIOSFODNN7EXAMPLE',
    },
  },
] satisfies Case[]
