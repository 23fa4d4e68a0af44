import { CreateInstanceProfileCommand } from '@aws-sdk/client-iam'
import type { Case } from '../case.ts'

const profile = {
  Path: '/team/',
  InstanceProfileName: 'Web',
  InstanceProfileId: '<InstanceProfileId>',
  Arn: 'arn:aws:iam::111122223333:instance-profile/team/Web',
  CreateDate: '<now>',
  Roles: [] as object[],
}
const created = new CreateInstanceProfileCommand({ InstanceProfileName: 'Web', Path: '/team/' })

export default [
  {
    name: 'a profile without a role',
    call: new CreateInstanceProfileCommand({
      InstanceProfileName: 'Web',
      Path: '/team/',
      Tags: [{ Key: 'team', Value: 'blue' }],
    }),
    expect: { output: { InstanceProfile: { ...profile, Tags: [{ Key: 'team', Value: 'blue' }] } } },
  },
  {
    name: 'a name that is taken',
    given: [created],
    call: new CreateInstanceProfileCommand({ InstanceProfileName: 'WEB' }),
    expect: { code: 'EntityAlreadyExists', status: 409, message: 'Instance Profile WEB already exists.' },
  },
  {
    name: 'the 1,001st profile',
    rows: ({ instanceProfiles }) => {
      const row = { path: '/', createdAt: '2026-01-01T00:00:00Z', tags: [] }
      for (let i = 0; i < 1000; i++) instanceProfiles.put(`p${i}`, { ...row, name: `p${i}`, id: `AIPA${i}` })
    },
    call: created,
    expect: {
      code: 'LimitExceeded',
      status: 409,
      message: 'Cannot exceed quota for InstanceProfilesPerAccount: 1000',
    },
  },
] satisfies Case[]
