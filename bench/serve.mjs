import { execFileSync, fork, spawn } from 'node:child_process'
import { once } from 'node:events'
import { mkdirSync, mkdtempSync } from 'node:fs'
import { join } from 'node:path'
import { createInterface } from 'node:readline'
import { fileURLToPath } from 'node:url'
import { load as loadCode } from './code.mjs'
import { median, quantile, row, time } from './figures.mjs'
import { bytesOf, load, open } from './client.mjs'

const main = fileURLToPath(new URL('../dist/main.js', import.meta.url))
// The signature covers the name of the host; without a port, a request can be signed before there is one.
const endpoint = 'http://localhost'
// No settings of this machine: certificates named in the environment alone double the time of `node -e 0`.
const env = { PATH: process.env.PATH }

/** `iam-lab serve` as a process of its own: its line, when it came, and its end. */
const start = async home => {
  const begun = performance.now()
  const program = spawn(process.execPath, [main, 'serve', '--json', '--port', '0', '--home', home], {
    env,
    stdio: ['ignore', 'pipe', 'inherit'],
  })
  const exited = once(program, 'exit')
  const line = await Promise.race([
    once(createInterface(program.stdout), 'line').then(([text]) => text),
    exited.then(() => Promise.reject(new Error('iam-lab serve ended without a line.'))),
  ])
  return {
    port: JSON.parse(line).port,
    begun,
    saidAfter: performance.now() - begun,
    megabytes: () => Number(execFileSync('ps', ['-o', 'rss=', '-p', program.pid])) / 1024,
    end: async () => {
      program.kill('SIGTERM')
      await exited
    },
  }
}

const startEmpty = async answer => {
  const program = fork(fileURLToPath(new URL('empty-server.mjs', import.meta.url)))
  program.send(answer)
  const [{ port }] = await once(program, 'message')
  return {
    port,
    end: async () => {
      program.kill('SIGTERM')
      await once(program, 'exit')
    },
  }
}

/** An account with so many users where `serve --home` looks for it, and what its administrator's requests are signed with. */
const prepare = async (home, users) => {
  const { commands, openAccount, signed } = await loadCode(home)
  const folder = mkdtempSync(join(home, 'serve-'))
  mkdirSync(join(folder, 'sim'), { recursive: true })
  const { admin, close } = await openAccount(join(folder, 'sim', 'practice'), users)
  close()
  return { folder, bytes: async command => bytesOf(await signed(command(commands), admin, endpoint)) }
}

const blocksOfLoad = 12
const callsInBlock = 5000

/** GetUser over HTTP with 8 connections from this process to another, over an empty `node:http` server that answers the same; and what the process weighs. */
export const http = async home => {
  const { folder, bytes } = await prepare(home, 5000)
  const requests = await Promise.all(
    Array.from({ length: 200 }, (_, index) => bytes(({ getUser }) => getUser(`user-${index * 20}`))),
  )
  const page = await bytes(({ listUsers }) => listUsers(1000))
  const server = await start(folder)
  const connection = await open(server.port)
  const { body } = await connection.ask(requests[0])
  const megabytes = [server.megabytes()]
  const empty = await startEmpty({
    headers: { 'content-type': 'text/xml', 'x-amzn-requestid': '7a62c49f-347e-4fc4-9331-6e8eEXAMPLE' },
    body: String(body),
  })
  const blocks = { real: [], empty: [] }
  for (let block = 0; block < blocksOfLoad; block++)
    for (const [name, { port }] of Object.entries({ real: server, empty })) {
      const done = await load(port, requests, { connections: 8, count: callsInBlock })
      if (block >= 2) blocks[name].push(done)
    }
  megabytes.push(server.megabytes())
  const pages = []
  for (let round = 0; round < 60; round++) {
    const sent = performance.now()
    await connection.ask(page)
    if (round >= 20) pages.push(performance.now() - sent)
  }
  megabytes.push(server.megabytes())
  connection.close()
  await server.end()
  await empty.end()
  const perSecond = name => median(blocks[name].map(done => done.perSecond))
  const took = blocks.real.flatMap(done => done.took)
  return [
    row(
      'GetUser over HTTP, 8 connections',
      `${perSecond('real').toFixed(0)} a second, p50 ${time(quantile(took, 0.5))}, p99 ${time(quantile(took, 0.99))}`,
    ),
    row(
      'an empty node:http server, the same bytes',
      `${perSecond('empty').toFixed(0)} a second = ${(perSecond('empty') / perSecond('real')).toFixed(1)} x`,
    ),
    row(
      'ListUsers over HTTP, 1,000 of 5,000 users',
      `p50 ${time(quantile(pages, 0.5))}, p99 ${time(quantile(pages, 0.99))}`,
    ),
    row(
      'memory of serve with 5,000 users',
      `${megabytes[0].toFixed(0)} MB when it answers, ${Math.max(...megabytes).toFixed(0)} MB after ${blocksOfLoad * callsInBlock} calls`,
    ),
  ]
}

/** From the start of `serve` to its line and to its first answer, over `node -e 0`, in pairs. */
export const serveStart = async home => {
  const { folder, bytes } = await prepare(home, 10)
  const request = await bytes(({ getUser }) => getUser('user-1'))
  const [bare, said, answered] = [[], [], []]
  for (let round = 0; round < 16; round++) {
    const begun = performance.now()
    await once(spawn(process.execPath, ['-e', '0'], { env, stdio: 'ignore' }), 'exit')
    const took = performance.now() - begun
    const server = await start(folder)
    const connection = await open(server.port)
    const { status, body } = await connection.ask(request)
    const first = performance.now() - server.begun
    if (status !== 200) throw new Error(`${status} ${body}`)
    connection.close()
    await server.end()
    if (round === 0) continue
    bare.push(took)
    said.push(server.saidAfter)
    answered.push(first)
  }
  const shown = numbers =>
    `${time(median(numbers))} = ${median(numbers.map((number, index) => number / bare[index])).toFixed(1)} x`
  return [
    row('node -e 0, median', time(median(bare))),
    row('serve to its line, over node -e 0, median', shown(said)),
    row('serve to its first answer, over node -e 0, median', shown(answered)),
  ]
}
