import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { calls } from './calls.mjs'
import { decision } from './decision.mjs'
import { busyKeys, keyBytes, keyToScreen, startUp } from './screen.mjs'
import { http, serveStart } from './serve.mjs'
import { page, size } from './size.mjs'

/** Every figure is a ratio in one run, or a time on this machine beside the ratio. */
const home = mkdtempSync(join(tmpdir(), 'iam-lab-bench-'))
const wanted = process.argv.slice(2)
const parts = { startUp, keyToScreen, keyBytes, busyKeys, calls, decision, size, page, http, serveStart }

console.log(`Node ${process.version}, ${process.platform} ${process.arch}\n`)
for (const [name, part] of Object.entries(parts)) {
  if (wanted.length > 0 && !wanted.includes(name)) continue
  for (const line of await part(home)) console.log(line)
  console.log()
}
rmSync(home, { recursive: true, force: true })
