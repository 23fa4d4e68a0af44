import { expect, test } from 'vitest'
import { doLab, sitDown, type Learner } from './learner.tsx'

/** The panel, beside the list of steps; names of one run stand as constants. */
const drawn = async (learner: Learner) => {
  await learner.type('d')
  const frame = await learner.until('│ The account')
  await learner.press('esc')
  await learner.until('Enter ')
  return frame
    .split('\n')
    .flatMap(line => (/^[^│]*│/.test(line) ? [line.replace(/^[^│]*│ ?/, '').trimEnd()] : []))
    .map(line => line.replaceAll(/\d{12}/g, '111122223333').replace(/iam-lab-\d{6}/, 'iam-lab-223333'))
    .map(line => line.replace(/AKIA\w{16}/, 'AKIAIOSFODNN7EXAMPLE'))
    .filter(line => line !== '' && !line.includes('SIMULATOR'))
}

test('the drawing shows at 80x24 what there is and what is to come, and grows with the lab', async () => {
  const learner = await sitDown({ columns: 80, rows: 24 })
  await doLab(learner, '6. Make an admin group')
  expect(await drawn(learner)).toEqual([
    'The account, and the steps to come',
    '◆ account 111122223333, signed in: root',
    '├─ ● alias iam-lab-223333',
    '├─ ◆ root user: no policy limits it',
    '│  ├─ ◆ MFA device',
    '│  └─ ○ signed out (9)',
    '├─ ▲ the bill, open to users',
    '├─ ● passwords of 14 characters or more',
    '└─ ○ group Administrators (6)',
    '   ├─ ○ AdministratorAccess: everything (6)',
    '   └─ ○ user admin: what the group may (7)',
    '      ├─ ○ console password (7)',
    '      ├─ ○ access key (7)',
    '      ├─ ○ the key, in a file (8)',
    '      ├─ ○ has signed in (10)',
    '      └─ ○ MFA device (11)',
  ])
  await doLab(learner)
  await learner.press('esc')
  expect(await drawn(learner)).toEqual([
    'The account, and the steps to come',
    '◆ account 111122223333, signed in: user/admin',
    '├─ ● alias iam-lab-223333',
    '├─ ◆ root user: no policy limits it',
    '│  ├─ ◆ MFA device',
    '│  └─ ● signed out',
    '├─ ▲ the bill, open to users',
    '├─ ● passwords of 14 characters or more',
    '└─ ● group Administrators',
    '   ├─ ● AdministratorAccess: everything',
    '   └─ ● user admin: what the group may',
    '      ├─ ● console password',
    '      ├─ ● access key AKIAIOSFODNN7EXAMPLE',
    '      ├─ ● the key, in a file',
    '      ├─ ◆ has signed in',
    '      └─ ● MFA device',
  ])
})
