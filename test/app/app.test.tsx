import { Console } from 'node:console'
import { readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { PassThrough, Writable } from 'node:stream'
import { GetCallerIdentityCommand } from '@aws-sdk/client-sts'
import type { Key } from 'ink'
import { expect, onTestFinished, test } from 'vitest'
import { runLab } from '../../src/app/render.tsx'
import { Start } from '../../src/app/screens/Start.tsx'
import { asciiMarks, marks } from '../../src/app/theme.ts'
import type { Opened } from '../../src/app/runs.ts'
import { createLab, screenOf } from '../../src/app/use-lab.ts'
import type { ApiCall } from '../../src/lab/account.ts'
import { readCsv } from '../../src/lab/csv.ts'
import { steps } from '../../src/lab/lab.ts'
import type { Sitting } from '../../src/lab/sitting.ts'
import { openSimulated } from '../../src/simulated.ts'
import { newHome } from '../home.ts'
import { clientsOf } from '../sim/simulated.ts'
import { open } from '../terminal.tsx'
import { doLab, sitDown } from './learner.tsx'

test.each([
  { columns: 80, rows: 24 },
  { columns: 120, rows: 40 },
  { columns: 40, rows: 24 },
])('the whole lab is done with Enter and the phone at $columns x $rows', async size => {
  const learner = await sitDown(size)
  const frames = await doLab(learner)
  const end = frames.at(-1)!
  expect(end).toContain('The lab is done: 11 of 11')
  expect(end).toMatch(/7 applied/)
  expect(end).toMatch(/3 verified/)
  expect(end).toMatch(/1 attested/)
  const csv = readFileSync(join(learner.home, learner.sitting().accountId, 'admin_accessKeys.csv'), 'utf8')
  const [, secret, password] = csv.split('\n')[1]!.split(',').slice(1)
  for (const frame of frames) {
    expect(frame).not.toContain(secret)
    expect(frame).not.toContain(password)
  }
})

test('the first frame is whole before the account is opened', async () => {
  const learner = await sitDown({ opening: () => new Promise(() => {}) })
  const frame = learner.frame()
  expect(frame).toContain('SIMULATOR')
  for (const { title } of steps) expect(frame).toContain(title)
  expect(frame).toContain('A new account has one identity, the root user,')
  expect(frame).toContain('Opening the account')
  expect(frame).toContain('q quit')
  await learner.press('enter')
  expect(learner.frame()).not.toContain('Enter plan')
  await learner.press('down')
  expect(await learner.until('2. Name the account')).toContain('▸ ○  2 Name the account')
  await learner.type('q')
  expect(learner.exits).toEqual([[0, undefined]])
})

test('a plan is shown, call by call, before anything is sent', async () => {
  const learner = await sitDown()
  await doLab(learner, '2. Name the account')
  const frame = await learner.enter('do this')
  expect(frame).toContain('○ 1 iam:CreateAccountAlias')
  expect(frame).toContain('aws iam create-account-alias')
  expect(frame).toContain('AccountAlias  none → iam-lab-')
  expect(
    learner
      .sitting()
      .progress.entries()
      .filter(({ type }) => type === 'sending'),
  ).toEqual([])
  await learner.type('c')
  await learner.until('Copied.')
  expect(learner.outside).toEqual([
    `aws iam create-account-alias --account-alias iam-lab-${learner.sitting().accountId.slice(-6)}\n`,
  ])
})

test('an impatient Enter confirms nothing that was not on the screen', async () => {
  const opened = await openSimulated({ home: newHome(), account: 'practice', now: () => new Date() })
  onTestFinished(opened.close)
  const lab = createLab({
    steps,
    open: async () => opened,
    outside: { openLink: () => {}, copy: () => '', write: () => '' },
    onExit: () => {},
  })
  const phases: string[] = []
  lab.subscribe(() => {
    if (phases.at(-1) !== lab.state().phase.at) phases.push(lab.state().phase.at)
    // The person hammers on Enter, whatever happens, and sees nothing.
    lab.press('\r\r\r', {} as Key)
  })
  await lab.begin()
  expect(phases).toEqual(['reading'])
  lab.drawn(screenOf(lab.state()))
  lab.press('\r\r\r', {} as Key)
  await expect.poll(() => lab.state().phase.at).toBe('previewing')
  lab.press('\r\r\r', {} as Key)
  expect(phases).toEqual(['reading', 'planning', 'previewing'])
  lab.drawn(screenOf(lab.state()))
  lab.press('\r\r\r', {} as Key)
  await expect.poll(() => lab.state().phase.at).toBe('asking')
})

test('typing is checked as it goes, and is never lost', async () => {
  const learner = await sitDown()
  await doLab(learner, '2. Name the account')
  await learner.press('tab', 'ctrl-u')
  await learner.type('q--k')
  expect(await learner.until('No two hyphens in a row.')).toContain('q--k')
  expect(learner.exits).toEqual([])
  await learner.press('enter')
  expect(await learner.until('No two hyphens')).toContain('Enter plan')
  await learner.press('backspace', 'backspace')
  await learner.type('uiet-lab')
  await learner.press('esc', 'down', 'up')
  expect(await learner.until('2. Name the account')).toContain('q-uiet-lab')
  expect(await learner.enter('do this')).toContain('none → q-uiet-lab')
  await learner.enter('Done.')
  expect(await learner.until('(q-uiet-lab)')).toContain('● applied')
})

test('a paste of several lines is refused in words, and letters in one piece with Enter are not lost', async () => {
  const learner = await sitDown()
  await doLab(learner, '2. Name the account')
  await learner.paste('my-lab')
  await learner.until('Nothing was pasted: no field has the focus (Tab).')
  await learner.press('tab', 'ctrl-u')
  await learner.paste('my-\nlab')
  await learner.until('Nothing was pasted: that is 2 lines, and a field takes one.')
  await learner.paste('my-lab\n')
  await learner.until('my-lab')
  await learner.type('-7\r')
  expect(await learner.until('do this')).toContain('none → my-lab-7')
})

test('a wrong password is refused, in words, and asked for again', async () => {
  const learner = await sitDown()
  await learner.until('Enter plan')
  await learner.enter('do this')
  await learner.enter('Root user e-mail')
  await learner.press('tab', 'tab')
  await learner.type('x')
  const frame = await learner.enter('Your authentication information is')
  expect(frame).toContain('root@practice.example')
  await learner.press('tab', 'tab', 'backspace')
  await learner.enter('Done.')
})

test('codes: letters are keys, wrong ones are refused, leaving is clean, and the secret leaves the screen', async () => {
  const learner = await sitDown()
  await doLab(learner, '3. Give root MFA')
  await learner.enter('do this')
  const qr = await learner.enter('type the codes')
  const seed = /^.*?((?:[A-Z2-7]{4} ){3}[A-Z2-7]{4})/m.exec(qr)![1]!
  await learner.enter('MFA code 1')
  expect(learner.frame()).not.toContain(seed)
  await learner.type('123456123456')
  await learner.until('[1][2][3] [4][5][6]\n')
  expect(await learner.enter('Both codes are the same.')).toContain('[ ][ ][ ] [ ][ ][ ]')
  await learner.type('h')
  await learner.until('Hint 1 of 3')
  await learner.type('s')
  expect(await learner.until('Enter type the codes')).toContain(seed)
  await learner.press('esc')
  expect(await learner.until('Enter plan')).toContain('○  3 Give root MFA')
  expect(learner.frame()).not.toContain(seed)
  await doLab(learner, '4. Open the bill to users')
})

test('what fails says what and what to do, and the form is as it was', async () => {
  const learner = await sitDown()
  await doLab(learner, '8. Save the key in a file')
  const path = join(learner.home, 'taken.csv')
  writeFileSync(path, 'mine')
  await learner.press('tab', 'ctrl-u')
  await learner.paste(path)
  await learner.press('esc')
  const failed = await learner.enter('CsvPathTaken')
  expect(failed).toContain('never overwritten')
  expect(failed).toContain('What to do: Give another path')
  expect(readFileSync(path, 'utf8')).toBe('mine')
  await learner.enter('Enter plan')
  await learner.press('tab', 'end')
  await learner.type('2')
  await learner.enter('do this')
  expect(await learner.enter('Done.')).toContain('● applied')
  expect(readFileSync(`${path}2`, 'utf8')).toMatch(/^User name,Access key ID,Secret access key/)
})

test('AWS’s own words are shown when a call is refused', async () => {
  const learner = await sitDown()
  await learner.until('Enter plan')
  await learner.press('down')
  await learner.until('2. Name')
  const frame = await learner.enter('What to do')
  expect(frame).toContain('NotSignedIn')
  expect(frame).toContain('Sign in first: step 1 as root')
})

test('Esc leaves a call that is slow, and its answer changes nothing any more', async () => {
  let release = () => {}
  let slow = false
  const learner = await sitDown({
    around: sitting => ({
      ...sitting,
      account: {
        ...sitting.account,
        send: call =>
          slow
            ? new Promise<void>(resolve => (release = resolve)).then(() => sitting.account.send(call))
            : sitting.account.send(call),
      },
    }),
  })
  await doLab(learner, '2. Name the account')
  slow = true
  await learner.enter('Looking at the account')
  expect(learner.frame()).toContain('Esc cancel')
  await learner.press('down')
  expect(await learner.until('work is under way; Esc cancels')).toContain('2. Name the account')
  await learner.press('esc')
  await learner.until('Enter plan')
  slow = false
  release()
  await learner.press('tab')
  await learner.until('Esc leave the field')
  expect(learner.frame()).not.toContain('iam:CreateAccountAlias')
  await learner.press('esc')
  await learner.enter('do this')
})

test('q asks while work is under way, and quits at once when none is', async () => {
  const learner = await sitDown()
  await learner.until('Enter plan')
  await learner.enter('do this')
  await learner.enter('Root user e-mail')
  await learner.type('q')
  await learner.until('Work is under way.')
  await learner.press('esc')
  await learner.until('Root user e-mail')
  await learner.type('q')
  await learner.until('Quit?')
  expect(learner.exits).toEqual([])
  await learner.press('enter')
  expect(learner.exits).toEqual([[0, undefined]])
  await learner.press('ctrl-c')
  expect(learner.exits.at(-1)).toEqual([130, undefined])
})

test('starting again shows what is recorded, signs in again, and goes on at the first open step', async () => {
  const first = await sitDown()
  await doLab(first, '4. Open the bill to users')
  await first.leave()
  const second = await sitDown({ home: first.home })
  const frame = await second.until('▸ ○  1 Sign in as root')
  expect(await second.until('●  2 Name the account')).toContain('nobody signed in')
  expect(frame).toContain('1. Sign in as root')
  await second.enter('do this')
  await second.enter('Enter send')
  await second.enter('MFA code')
  await second.type('v')
  await second.until('type these codes')
  await second.enter('Enter send')
  await second.enter('Done.')
  expect(await second.enter('4. Open the bill to users')).toContain('3 of 11')
})

test('after the sign-out of root it goes on as the admin', async () => {
  const first = await sitDown()
  await doLab(first, '10. Sign in as the admin')
  await first.leave()
  const second = await sitDown({ home: first.home })
  expect(await second.until('▸ ○ 10 Sign in as the admin')).toContain('9 of 11')
  await doLab(second)
})

test('a step that holds already is not done twice', async () => {
  const learner = await sitDown()
  await doLab(learner, '3. Give root MFA')
  await learner.press('up')
  expect(await learner.until('2. Name the account')).toContain('Done.')
  await learner.press('esc')
  await learner.until('Enter look again')
  expect(await learner.enter('Already so')).toContain('● applied')
})

test('the log shows what was refused and what it means, and each try before an answer', async () => {
  let tries = 0
  const around = (sitting: Sitting): Sitting => {
    const { account } = sitting
    const { send } = account
    account.send = (async (call: ApiCall) => {
      if (call.constructor.name.startsWith('CreateAccountAlias') && tries++ === 0) {
        const throttled = { call, reason: 'Throttling', milliseconds: 512, attempt: 2 }
        account.onRetry?.(throttled)
        throw Object.assign(new Error('The account alias lab already exists.'), {
          name: 'EntityAlreadyExistsException',
          Code: 'EntityAlreadyExists',
          $metadata: { requestId: 'one' },
        })
      }
      return send(call)
    }) as typeof send
    return sitting
  }
  const learner = await sitDown({ around, columns: 120, rows: 40 })
  await doLab(learner, '2. Name the account')
  await learner.enter('Enter do this')
  const failed = await learner.enter('What to do')
  expect(failed).toContain('The account alias lab already exists.')
  expect(failed).toContain('It means:   Something of that name is there already')
  await learner.type('l')
  const log = await learner.until('Call log')
  expect(log).toMatch(/iam:CreateAccountAlias {2}EntityAlreadyExists {2}\d+ ms/)
  expect(log).toContain('tried again after 0.5 s: Throttling')
  expect(log).toContain('Something of that name is there already')
})

test('panels: keys with reasons, log, glossary, billing', async () => {
  const learner = await sitDown({ columns: 120, rows: 40 })
  await doLab(learner, '3. Give root MFA')
  await learner.type('?')
  expect(await learner.until('│ Keys')).toContain('Off: this step asks for nothing')
  await learner.type('?l')
  expect(await learner.until('Call log')).toMatch(/iam:CreateAccountAlias {2}ok {2}\d+ ms/)
  await learner.type('lg')
  expect(await learner.until('Glossary')).toContain('Root user')
  await learner.press('page-down')
  await learner.until(frame => !frame.includes('│ Glossary'))
  await learner.type('gb')
  await learner.until('Month-to-date cost')
  await learner.press('esc')
  await learner.type('o')
  await learner.until('https://docs.aws.amazon.com/IAM/latest/UserGuide/id_credentials_mfa.html')
  expect(learner.outside).toEqual([
    'https://docs.aws.amazon.com/IAM/latest/UserGuide/id_credentials_mfa.html',
  ])
})

test('/ finds a step, : does an action by its name, and letters in a query are no keys', async () => {
  const learner = await sitDown({ columns: 120, rows: 40 })
  await learner.until('Enter plan')
  await learner.type('/')
  await learner.until('Find a step, a key, a word, a call')
  await learner.type('quota mfa')
  await learner.until('Nothing of that name.')
  await learner.press('enter')
  for (let letter = 0; letter < 'quota mfa'.length; letter++) await learner.press('backspace')
  await learner.type('mfa')
  await learner.until('▸ step  3. Give root MFA')
  await learner.press('down')
  await learner.until('▸ step  11. Give the admin MFA')
  await learner.press('up')
  await learner.enter('│ 3. Give root MFA')

  await learner.type(':gloss')
  await learner.until('▸ g     glossary')
  await learner.enter('│ Glossary')
  await learner.press('esc')
  await learner.type(':copy')
  await learner.until('Off: the commands')
  await learner.enter('c: the commands are known once there is a plan (Enter)')
  await learner.type(':11.')
  await learner.until('▸ step  11. Give the admin MFA')
  await learner.enter('│ 11. Give the admin MFA')
  await learner.type('/')
  await learner.until('Find')
  await learner.press('esc')
  expect(await learner.until('Enter plan')).not.toContain('Find')
  expect(learner.exits).toEqual([])
})

test('e lets the AWS CLI in with the key of step 8, says what to type, and once more shuts it out', async () => {
  const learner = await sitDown({ columns: 160, rows: 40 })
  await doLab(learner, '9. Sign root out')
  await learner.type('e')
  const frame = await learner.until('answers at')
  const [endpoint, port] = /http:\/\/127\.0\.0\.1:(\d+)/.exec(frame)!
  const csv = join(learner.home, learner.sitting().accountId, 'admin_accessKeys.csv')
  const lines = [
    `aws configure import --csv file://${csv}`,
    'aws configure set region us-east-1 --profile admin',
    `aws --endpoint-url ${endpoint} sts get-caller-identity --profile admin`,
    `aws --endpoint-url ${endpoint} iam list-users --profile admin`,
  ]
  for (const line of lines) expect(frame).toContain(`$ ${line}\n`)
  await learner.type('c')
  await learner.until('Copied.')
  expect(learner.outside).toEqual([`${lines.join('\n')}\n`])

  const { accessKeyId, secretAccessKey } = (await readCsv(csv))!
  const whoAmI = () =>
    clientsOf(endpoint, { accessKeyId, secretAccessKey }).sts.send(new GetCallerIdentityCommand({}))
  expect((await whoAmI()).Arn).toMatch(/:user\/admin$/)
  await learner.press('esc')
  expect(await learner.until('9. Sign root out')).toContain(`served at :${port}  8 of 11`)
  await learner.type('e')
  await learner.until('e stop serving')
  await learner.type('e')
  expect(await learner.until('It is served no more.')).toContain('e serve')
  expect(learner.frame()).not.toContain('served at')
  await expect(whoAmI()).rejects.toMatchObject({ code: 'ECONNREFUSED' })
})

test('before step 8 there is nothing to type, and leaving the lab ends what was served', async () => {
  const learner = await sitDown()
  await learner.until('Enter plan')
  await learner.type('e')
  const frame = await learner.until('answers at')
  expect(frame).toContain('There is no key for it yet: step 8 saves one.')
  const [endpoint] = /http:\/\/127\.0\.0\.1:\d+/.exec(frame.replaceAll(/\s*\n[^h]*│ /g, ''))!
  await learner.type('c')
  await learner.until('c: there is nothing to type yet')
  expect((await fetch(endpoint)).status).toBe(403)
  await learner.leave()
  await expect(fetch(endpoint)).rejects.toThrow('fetch failed')
})

test('a port that cannot be opened is said, and the lab goes on', async () => {
  const opened = await openSimulated({ home: newHome(), account: 'practice', now: () => new Date() })
  onTestFinished(opened.close)
  const serve = () => Promise.reject(new Error('There is no port left on this machine.'))
  const learner = await sitDown({ opening: async () => ({ ...opened, serve }) })
  await learner.until('Enter plan')
  await learner.type('e')
  expect(await learner.until('There is no port left on this machine.')).toContain('Enter plan')
})

test('a key that does nothing says why', async () => {
  const learner = await sitDown()
  await learner.until('Enter plan')
  await learner.type('c')
  await learner.until('c: the commands are known once there is a plan (Enter)')
  await learner.type('h')
  await learner.type('hh')
  await learner.until('Hint 3 of 3')
  await learner.type('h')
  expect(await learner.until('h: all three hints are shown')).toContain('Hint 3 of 3')
})

test('secrets are masked until m shows them', async () => {
  const learner = await sitDown()
  await doLab(learner, '7. Make an admin user')
  const { suggestedPassword } = learner.sitting()
  await learner.press('page-down')
  expect(learner.frame()).not.toContain(suggestedPassword)
  await learner.press('tab', 'tab', 'tab')
  await learner.until('Space: on or off')
  expect(learner.frame()).toContain('••••')
  await learner.type('m')
  await learner.until(suggestedPassword)
  await learner.type('m')
  await learner.until(frame => !frame.includes(suggestedPassword))
})

test('a password is shown while it is typed, and masked again once the field is left behind', async () => {
  const learner = await sitDown()
  await doLab(learner, '7. Make an admin user')
  const { suggestedPassword } = learner.sitting()
  await learner.press('tab', 'tab')
  expect(await learner.until('Ctrl-R show secrets')).not.toContain(suggestedPassword)
  await learner.type('\u0012')
  await learner.until(suggestedPassword)
  await learner.type('m7')
  expect(await learner.until(`${suggestedPassword}m7`)).toContain('Ctrl-R mask')
  await learner.type('\u001F')
  await learner.until(frame => frame.includes(suggestedPassword) && !frame.includes('m7'))
  await learner.press('esc', 'down', 'up')
  await learner.press('tab', 'tab')
  expect(await learner.until('Ctrl-R show secrets')).not.toContain(suggestedPassword)
})

test('an account that does not open says how long it is waited for, and Esc leaves', async () => {
  const learner = await sitDown({ opening: () => new Promise<Opened>(() => {}) })
  await learner.until(/Opening the account … \d s/)
  await learner.press('esc')
  await learner.until('The account is still being opened.')
  await learner.press('esc')
  expect(await learner.until('Esc quit')).not.toContain('being opened. Nothing')
  await learner.press('esc')
  await learner.until('Enter quit')
  await learner.press('enter')
  expect(learner.exits).toEqual([[0, undefined]])
})

test('after a step one question can be answered or left', async () => {
  const learner = await sitDown({ columns: 100, rows: 40 })
  await doLab(learner, '2. Name the account')
  await learner.enter('Enter do this')
  const asked = await learner.enter('What becomes of the first?')
  expect(asked).toContain('1-3 answer')
  expect(asked).toContain('The sign-in page has a name.')
  await learner.type('1')
  const wrong = await learner.until('An account has one alias.')
  expect(wrong).toMatch(/Not so: Both work\n.*It is: It is overwritten/)
  expect(wrong).not.toContain('1-3 answer')
  await learner.type('2')
  await learner.until('1-3: nothing is asked')
  await learner.enter('3. Give root MFA')
  await learner.press('up')
  await learner.until('An account has one alias.')
})

test('in a low window the explanation of an answer is in sight, and what is above it can be read again', async () => {
  const learner = await sitDown({ columns: 80, rows: 24 })
  await doLab(learner, '5. Set a password policy')
  await learner.press('up')
  await learner.until('Done.')
  await learner.type('2')
  const low = await learner.until('It allows nothing by')
  expect(low).not.toContain('Done.')
  expect(low).toContain('more above (PgUp)')
  await learner.press('page-up')
  await learner.until('Done.')
})

test('a real account differs from the practice account in word and border', async () => {
  const never = () => new Promise<Opened>(() => {})
  const practice = (await sitDown({ opening: never })).frame()
  const live = (await sitDown({ opening: never, label: 'LIVE' })).frame()
  expect([practice.slice(0, 1), live.slice(0, 1)]).toEqual(['╭', '╔'])
  expect(live).toMatch(/║ {2}LIVE {2}/)
  const low = await sitDown({ opening: never, label: 'LIVE', columns: 60, rows: 15 })
  expect(low.frame().split('\n')[1]).toBe('═'.repeat(60))
})

test('any size: too small is said, and the lab is back as it was', async () => {
  const learner = await sitDown()
  const before = await learner.until('Enter plan')
  await learner.resize(30, 8)
  await learner.until('It is 30x8 now.')
  expect(learner.frame()).toContain('at least')
  await learner.resize(40, 15)
  expect(await learner.until('1 Sign in as root')).toContain('Enter plan')
  await learner.resize(200, 60)
  await learner.until('Read on')
  await learner.resize(80, 24)
  await learner.until(frame => frame === before)
})

test('an account that cannot be opened ends the lab with the error', async () => {
  const error = new Error('The file is damaged.')
  const learner = await sitDown({ opening: () => Promise.reject(error) })
  await learner.until(() => learner.exits.length > 0)
  expect(learner.exits).toEqual([[1, error]])
})

test('what was noticed while opening is said', async () => {
  const opened = await openSimulated({ home: newHome(), account: 'practice', now: () => new Date() })
  onTestFinished(opened.close)
  const learner = await sitDown({
    opening: async () => ({ ...opened, notice: 'A damaged file was kept aside.' }),
  })
  expect(await learner.until('A damaged file was kept aside.')).toContain('1. Sign in as root')
})

test('the start screen leads to practice, or to a real account', async () => {
  const happened: unknown[] = []
  const terminal = await open(
    <Start onChosen={label => happened.push(label)} onExit={code => happened.push(code)} />,
  )
  onTestFinished(terminal.close)
  expect(terminal.frame()).toContain('▸ Practise')
  await terminal.press('down')
  await terminal.until('▸ A real account')
  await terminal.press('enter', 'up')
  await terminal.until('▸ Practise')
  await terminal.press('enter')
  await terminal.type('q')
  await terminal.press('ctrl-c')
  expect(happened).toEqual(['LIVE', 'SIMULATOR', 0, 130])
})

/** A terminal that keeps what is written to it. */
const bareTerminal = () => {
  // Ink's patchConsole builds a Console; the one that vitest puts in place has no such class.
  Object.assign(console, { Console })
  let written = ''
  const stdout = Object.assign(
    new Writable({
      write: (chunk: Buffer, _, done) => {
        written += chunk.toString()
        done()
      },
    }),
    { columns: 80, rows: 24, isTTY: true },
  ) as unknown as NodeJS.WriteStream
  const stdin = Object.assign(new PassThrough(), {
    isTTY: true,
    setRawMode: () => {},
    ref: () => {},
    unref: () => {},
  })
  return { stdout, stdin, written: () => written }
}

test('the terminal is restored, the account closed, and Ctrl-C answers 130', async () => {
  const { stdout, stdin, written } = bareTerminal()
  let closed = 0
  const opened = await openSimulated({ home: newHome(), account: 'practice', now: () => new Date() })
  const open = async () => ({ ...opened, close: () => void closed++ })
  const code = runLab({
    label: 'SIMULATOR',
    steps,
    open: { SIMULATOR: open, LIVE: open },
    stdin: stdin as unknown as NodeJS.ReadStream,
    stdout,
    env: { LANG: 'C.UTF-8' },
  })
  await expect.poll(written).toContain('Enter')
  await expect.poll(() => written().includes('plan')).toBe(true)
  stdin.write('\u0003')
  expect(await code).toBe(130)
  expect(closed).toBe(1)
  expect(written().split('\u001b[?1049h').length).toBe(2)
  expect(written()).toContain('\u001b[?1049l')
  opened.close()
})

test('an error is thrown on after the screen has been left', async () => {
  const { stdout, stdin, written } = bareTerminal()
  const error = new Error('The file is damaged.')
  const code = runLab({
    label: 'SIMULATOR',
    steps,
    open: { SIMULATOR: () => Promise.reject(error), LIVE: () => Promise.reject(error) },
    stdin: stdin as unknown as NodeJS.ReadStream,
    stdout,
    env: {},
  })
  await expect(code).rejects.toBe(error)
  expect(written()).toContain('\u001b[?1049l')
})

test('marks differ in shape, in ASCII too', () => {
  for (const set of [marks, asciiMarks]) expect(new Set(Object.values(set)).size).toBe(7)
})
