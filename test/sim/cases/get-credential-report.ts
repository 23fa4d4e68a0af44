import {
  CreateUserCommand,
  GenerateCredentialReportCommand,
  GetCredentialReportCommand,
} from '@aws-sdk/client-iam'
import type { AccessKeyRow, State } from '../../../src/sim/state.ts'
import { admin } from '../admin.ts'
import type { Case } from '../case.ts'
import { addDeviceOf } from '../device.ts'
import { userNamed } from '../rows.ts'

const header =
  'user,arn,user_creation_time,password_enabled,password_last_used,password_last_changed,password_next_rotation,mfa_active,access_key_1_active,access_key_1_last_rotated,access_key_1_last_used_date,access_key_1_last_used_region,access_key_1_last_used_service,access_key_2_active,access_key_2_last_rotated,access_key_2_last_used_date,access_key_2_last_used_region,access_key_2_last_used_service,cert_1_active,cert_1_last_rotated,cert_2_active,cert_2_last_rotated'
const noKeys = 'false,N/A,N/A,N/A,N/A,false,N/A,N/A,N/A,N/A,false,N/A,false,N/A'
const freshRoot = `<root_account>,arn:aws:iam::111122223333:root,2026-01-01T00:00:00Z,true,no_information,2026-01-01T00:00:00Z,not_supported,false,${noKeys}`

const report = (...lines: string[]) => ({
  output: { Content: lines.join('\n'), ReportFormat: 'text/csv', GeneratedTime: '<now>' },
})

const key = (row: Partial<AccessKeyRow> & Pick<AccessKeyRow, 'id' | 'owner'>): AccessKeyRow => ({
  secret: '',
  status: 'Active',
  createdAt: '2026-01-04T00:00:00Z',
  ...row,
})

/** Grace has a password, a device and two keys, ada has a password she never used, bob has nothing; root has a device and an old key. */
const people = (state: State) => {
  admin(state)
  addDeviceOf(state, 'grace', 'phone')
  addDeviceOf(state, undefined, 'root-account-mfa-device')
  const grace = { type: 'user', userId: 'AIDAGRACE' } as const
  const lastUsed = { at: '2026-01-05T06:07:00Z', region: 'us-east-1', service: 'iam' }
  state.accessKeys.put(
    'AKIAIOSFODNN7EXAMPLE',
    key({ id: 'AKIAIOSFODNN7EXAMPLE', owner: grace, status: 'Inactive' }),
  )
  state.accessKeys.put('AKIAI44QH8DHBEXAMPLE', key({ id: 'AKIAI44QH8DHBEXAMPLE', owner: grace, lastUsed }))
  state.accessKeys.put('AKIAROOTKEYEXAMPLE00', key({ id: 'AKIAROOTKEYEXAMPLE00', owner: { type: 'root' } }))
  const createdAt = '2026-01-02T00:00:00Z'
  const accessKeys = ['AKIAIOSFODNN7EXAMPLE', 'AKIAI44QH8DHBEXAMPLE']
  state.users.put('grace', { ...state.users.get('grace')!, createdAt, accessKeys })
  state.users.put('bob', { ...userNamed('bob'), path: '/team/', createdAt })
  state.users.put('ada', {
    ...userNamed('ada'),
    createdAt,
    loginProfile: {
      password: 'Correct-Horse-1',
      previous: [],
      createdAt,
      changedAt: createdAt,
      resetRequired: true,
    },
  })
  state.setAccount({
    rootPasswordLastUsed: '2026-01-06T00:00:00Z',
    passwordPolicy: {
      MinimumPasswordLength: 14,
      RequireSymbols: false,
      RequireNumbers: false,
      RequireUppercaseCharacters: false,
      RequireLowercaseCharacters: false,
      AllowUsersToChangePassword: false,
      MaxPasswordAge: 90,
    },
  })
}

export default [
  {
    name: 'none was made',
    call: new GetCredentialReportCommand({}),
    expect: { code: 'ReportNotPresent', status: 410, message: 'Unknown' },
  },
  {
    name: 'it is being made',
    given: [new GenerateCredentialReportCommand({})],
    call: new GetCredentialReportCommand({}),
    expect: { code: 'ReportInProgress', status: 404, message: 'Unknown' },
  },
  {
    name: 'an account without users',
    given: [new GenerateCredentialReportCommand({})],
    later: 3,
    call: new GetCredentialReportCommand({}),
    expect: report(header, freshRoot),
  },
  {
    name: 'root first, then the users by name',
    rows: people,
    given: [new GenerateCredentialReportCommand({})],
    later: 3,
    call: new GetCredentialReportCommand({}),
    expect: report(
      header,
      '<root_account>,arn:aws:iam::111122223333:root,2026-01-01T00:00:00Z,true,2026-01-06T00:00:00Z,2026-01-01T00:00:00Z,not_supported,true,true,2026-01-04T00:00:00Z,N/A,N/A,N/A,false,N/A,N/A,N/A,N/A,false,N/A,false,N/A',
      `ada,arn:aws:iam::111122223333:user/ada,2026-01-02T00:00:00Z,true,no_information,2026-01-02T00:00:00Z,2026-04-02T00:00:00Z,false,${noKeys}`,
      `bob,arn:aws:iam::111122223333:user/team/bob,2026-01-02T00:00:00Z,false,N/A,N/A,N/A,false,${noKeys}`,
      'grace,arn:aws:iam::111122223333:user/grace,2026-01-02T00:00:00Z,true,2026-02-01T08:00:00Z,2026-01-02T00:00:00Z,2026-04-02T00:00:00Z,true,false,2026-01-04T00:00:00Z,N/A,N/A,N/A,true,2026-01-04T00:00:00Z,2026-01-05T06:07:00Z,us-east-1,iam,false,N/A,false,N/A',
    ),
  },
  {
    name: 'a name with a comma and a path with quotes stay in their columns',
    rows: state =>
      state.users.put('a,b', { ...userNamed('a,b'), createdAt: '2026-01-02T00:00:00Z', path: '/"x"/' }),
    given: [new GenerateCredentialReportCommand({})],
    later: 3,
    call: new GetCredentialReportCommand({}),
    expect: report(
      header,
      freshRoot,
      `"a,b","arn:aws:iam::111122223333:user/""x""/a,b",2026-01-02T00:00:00Z,false,N/A,N/A,N/A,false,${noKeys}`,
    ),
  },
  {
    name: 'what was done after it was made does not show',
    given: [new GenerateCredentialReportCommand({}), new CreateUserCommand({ UserName: 'ada' })],
    later: 3,
    call: new GetCredentialReportCommand({}),
    expect: report(header, freshRoot),
  },
  {
    name: 'a report of four hours ago',
    given: [new GenerateCredentialReportCommand({})],
    later: 4 * 3600,
    call: new GetCredentialReportCommand({}),
    expect: { code: 'ReportExpired', status: 410, message: 'Unknown' },
  },
] satisfies Case[]
