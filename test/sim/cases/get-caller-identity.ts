import { GetCallerIdentityCommand } from '@aws-sdk/client-sts'
import { admin } from '../admin.ts'
import type { Case } from '../case.ts'
import { userNamed } from '../rows.ts'

const grace = {
  output: { UserId: 'AIDAGRACE', Account: '111122223333', Arn: 'arn:aws:iam::111122223333:user/grace' },
}
const whoAmI = new GetCallerIdentityCommand({})

export default [
  {
    name: 'root',
    call: whoAmI,
    expect: {
      output: { UserId: '111122223333', Account: '111122223333', Arn: 'arn:aws:iam::111122223333:root' },
    },
  },
  { name: 'a user in a console session', rows: admin, as: 'grace', call: whoAmI, expect: grace },
  {
    name: 'a user with a long-term key',
    rows: admin,
    as: 'grace',
    signedWith: 'a long-term key',
    call: whoAmI,
    expect: grace,
  },
  {
    name: 'a user with temporary credentials is still the user',
    rows: admin,
    as: 'grace',
    signedWith: 'temporary credentials',
    call: whoAmI,
    expect: grace,
  },
  {
    name: 'a user whom nothing allows anything',
    rows: state => state.users.put('ada', { ...userNamed('ada'), path: '/team/' }),
    as: 'ada',
    call: whoAmI,
    expect: {
      output: { UserId: 'AIDAADA', Account: '111122223333', Arn: 'arn:aws:iam::111122223333:user/team/ada' },
    },
  },
] satisfies Case[]
