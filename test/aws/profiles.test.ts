import { mkdirSync, readFileSync, statSync, symlinkSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { afterEach, beforeEach, vi } from 'vitest'
import { profilesOf } from '../../src/aws/profiles.ts'
import { newHome } from '../home.ts'

const key = {
  accessKeyId: 'AKIAIOSFODNN7EXAMPLE',
  secretAccessKey: 'wJalrXUtnFEMI/K7MDENG/bPxRfiCYEXAMPLEKEY',
}
const section = (name: string) =>
  `[${name}]\naws_access_key_id = ${key.accessKeyId}\naws_secret_access_key = ${key.secretAccessKey}\n`

let home = ''
beforeEach(() => {
  home = newHome()
  vi.stubEnv('HOME', home)
  vi.stubEnv('AWS_CONFIG_FILE', undefined)
  vi.stubEnv('AWS_SHARED_CREDENTIALS_FILE', undefined)
})
afterEach(() => vi.unstubAllEnvs())

const credentials = () => join(home, '.aws', 'credentials')
const given = (text: string, config = '') => {
  mkdirSync(join(home, '.aws'))
  writeFileSync(credentials(), text)
  writeFileSync(join(home, '.aws', 'config'), config)
}
const text = () => readFileSync(credentials(), 'utf8')

type Row = { what: string; before: string; after: string }
const added: Row[] = [
  { what: 'an empty file', before: '', after: section('admin') },
  { what: 'another profile', before: '[a]\nx = 1\n', after: `[a]\nx = 1\n\n${section('admin')}` },
  { what: 'a last line without its end', before: '[a]\nx = 1', after: `[a]\nx = 1\n\n${section('admin')}` },
  { what: 'a blank line at the end', before: '[a]\nx = 1\n\n', after: `[a]\nx = 1\n\n${section('admin')}` },
]
test.each(added)('a profile is added after $what, for its owner alone', async ({ before, after }) => {
  given(before)
  const profiles = profilesOf(process.env)
  await profiles.add('admin', key)
  expect([text(), statSync(credentials()).mode & 0o777]).toEqual([after, 0o600])
  expect(await profiles.holding(key.accessKeyId)).toEqual({ name: 'admin', credentials: key })
})

test('where there is no file yet, one is made', async () => {
  await profilesOf(process.env).add('admin', key)
  expect([text(), statSync(credentials()).mode & 0o777]).toEqual([section('admin'), 0o600])
})

test('a profile of that name is never written over, in either file', async () => {
  given('[one]\naws_access_key_id = other\n', '[profile two]\nregion = eu-west-1\n')
  const before = text()
  for (const name of ['one', 'two'])
    await expect(profilesOf(process.env).add(name, key)).rejects.toThrow(
      `There is a profile ${name} already, and it is left alone. Choose another name.`,
    )
  for (const name of ['a]b', 'with space', '', 'a\n[b'])
    await expect(profilesOf(process.env).add(name, key)).rejects.toThrow(
      'A profile’s name is 1 to 64 letters',
    )
  expect(text()).toBe(before)
})

type Taken = { what: string; before: string; after: string }
const taken: Taken[] = [
  { what: 'at the end', before: `[a]\nx = 1\n\n${section('me.1')}`, after: '[a]\nx = 1\n' },
  {
    what: 'in the middle',
    before: `[a]\nx = 1\n\n${section('me.1')}\n[b]\ny = 2\n`,
    after: '[a]\nx = 1\n\n[b]\ny = 2\n',
  },
  {
    what: 'with another key by now',
    before: '[me.1]\naws_access_key_id = other\n',
    after: '[me.1]\naws_access_key_id = other\n',
  },
  {
    what: 'beside one of a similar name',
    before: `[me-1]\nx = 1\n${section('me.1')}`,
    after: '[me-1]\nx = 1\n',
  },
]
test.each(taken)('a profile is taken out, and all else stays: $what', async ({ before, after }) => {
  given(before)
  await profilesOf(process.env).remove('me.1', key.accessKeyId)
  expect(text()).toBe(after)
})

test('a file that is kept elsewhere by a link stays there', async () => {
  const elsewhere = join(home, 'dotfiles')
  mkdirSync(join(home, '.aws'))
  writeFileSync(elsewhere, '[a]\nx = 1\n', { mode: 0o600 })
  symlinkSync(elsewhere, credentials())
  const profiles = profilesOf(process.env)
  await profiles.add('admin', key)
  await profiles.remove('admin', key.accessKeyId)
  expect(readFileSync(elsewhere, 'utf8')).toBe('[a]\nx = 1\n')
})
