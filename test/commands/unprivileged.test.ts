import { spawnSync } from 'node:child_process'
import { chmodSync, cpSync, mkdirSync, readdirSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { expect, test } from 'vitest'
import { newHome } from '../home.ts'

/** Root passes every permission check, so as root the program is run as "nobody". */
const unprivileged = process.getuid!() === 0 ? { uid: 65534, gid: 65534 } : {}

/** A place that anybody may enter, with the program in it, and a home that anybody may write to. */
const place = () => {
  const folder = newHome()
  chmodSync(folder, 0o755)
  cpSync(fileURLToPath(new URL('../../dist', import.meta.url)), join(folder, 'dist'), { recursive: true })
  writeFileSync(join(folder, 'package.json'), '{ "type": "module", "version": "0" }')
  const home = join(folder, 'home')
  mkdirSync(home)
  chmodSync(home, 0o777)
  const locked = join(folder, 'locked')
  mkdirSync(locked)
  chmodSync(locked, 0o555)
  const run = (home: string, ...args: string[]) => {
    const { status, stdout, stderr } = spawnSync(
      process.execPath,
      [join(folder, 'dist', 'main.js'), ...args],
      {
        encoding: 'utf8',
        env: { PATH: process.env['PATH']!, HOME: home, IAM_LAB_HOME: home },
        ...unprivileged,
      },
    )
    return { status, stdout, stderr }
  }
  return { folder, home, locked, run }
}

test('a csv that may not be written there fails its step in two lines, and the rest is kept for the next try', () => {
  const { folder, home, locked, run } = place()
  const path = join(locked, 'admin.csv')
  const answers = join(folder, 'answers.json')
  writeFileSync(answers, JSON.stringify({ 'credentials-csv': { Path: path } }))
  const { status, stdout, stderr } = run(home, 'run', '--sim', '--json', '--answers', answers)
  const lines = stdout
    .trim()
    .split('\n')
    .map(line => JSON.parse(line) as Record<string, unknown>)
  expect([status, stderr, readdirSync(locked)]).toEqual([1, '', []])
  expect(lines[7]).toMatchObject({
    id: 'credentials-csv',
    status: 'failed',
    error: { code: 'EACCES', fix: 'Name a place that you may write to.' },
  })
  expect((lines[7]!['error'] as { message: string }).message).toMatch(
    /admin\.csv.*: you may not write there\.$/,
  )

  writeFileSync(answers, JSON.stringify({ 'credentials-csv': { Path: join(home, 'admin.csv') } }))
  expect(run(home, 'run', '--sim', '--answers', answers).status).toBe(0)
})

test('a home that may not be written to is said in two lines', () => {
  const { locked, run } = place()
  const { status, stdout, stderr } = run(join(locked, 'home'), 'run', '--sim')
  expect([status, stdout, stderr]).toEqual([
    4,
    '',
    `${join(locked, 'home')} could not be made: you may not write there.\nGive yourself permission, or choose another place with --home.\n`,
  ])
  expect(readdirSync(locked)).toEqual([])
})

test('a practice account of somebody else’s is left alone', () => {
  const { home, run } = place()
  expect(run(home, 'run', '--sim', '--only', 'account-alias').status).toBe(0)
  chmodSync(join(home, 'sim', 'practice'), 0o000)
  const { status, stdout, stderr } = run(home, 'run', '--sim')
  chmodSync(join(home, 'sim', 'practice'), 0o700)
  expect([status, stdout, stderr.trim().split('\n').length]).toEqual([4, '', 2])
  expect(stderr).toContain(join(home, 'sim', 'practice'))
  expect(run(home, 'run', '--sim').status).toBe(0)
})
