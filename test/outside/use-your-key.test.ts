import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { mkdirSync, readFileSync, symlinkSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { createInterface } from 'node:readline'
import { expect, onTestFinished, test } from 'vitest'
import { main } from '../commands/program.ts'
import { newHome } from '../home.ts'
import { find } from './tools.ts'

const readme = readFileSync(new URL('../../README.md', import.meta.url), 'utf8')
const session = /<!-- session\b[^>]*-->([^]*)<!-- \/session -->/.exec(readme)![1]!
const [first, second, answers] = [...session.matchAll(/```\n([^]*?)```/g)].map(([, block]) => block!)

/** A shell of a person who has `iam-lab` and the AWS CLI, and no settings of either. */
const openShell = () => {
  const home = newHome()
  const bin = join(home, 'bin')
  mkdirSync(bin)
  symlinkSync(main, join(bin, 'iam-lab'))
  const PATH = [bin, dirname(find('aws')), dirname(process.execPath), '/bin'].join(':')
  return (commands: string) =>
    spawn('/bin/sh', ['-e'], {
      cwd: home,
      env: { PATH, HOME: home, LANG: 'C.UTF-8' },
      stdio: ['pipe', 'pipe', 'inherit'],
      detached: true,
    }).on('spawn', function (this: ReturnType<typeof spawn>) {
      this.stdin!.end(commands)
    })
}

/** What differs from run to run, as the README has it. */
const asPrinted = (text: string): string =>
  text
    .replaceAll(/AIDA[A-Z2-7]{17}/g, 'AIDACKCEVSQ6C2EXAMPLE')
    .replaceAll(/\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\+00:00/g, '2026-01-02T03:04:05+00:00')

test("the session of the README's Use your key works as printed", async () => {
  const type = openShell()
  const serving = type(first!)
  onTestFinished(() => void process.kill(-serving.pid!, 'SIGKILL'))
  for await (const line of createInterface(serving.stdout!)) if (line.includes('answers at')) break
  const other = type(second!)
  let out = ''
  other.stdout!.on('data', bytes => (out += bytes))
  const [exit] = await once(other, 'close')
  expect({ exit, out: asPrinted(out) }).toEqual({ exit: 0, out: answers })
})
