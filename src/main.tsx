#!/usr/bin/env node
import { readFileSync } from 'node:fs'
import { homeFolder } from './commands/home.ts'
import { parse, type Asked } from './commands/parse.ts'
import { exits, Problem } from './commands/problem.ts'
import { printable } from './commands/paint.ts'
import type { World } from './commands/world.ts'

// Only what every start needs is imported above; the rest is loaded when it is asked for.
const { argv, env, stdin, stdout, stderr } = process

/** The commands without a screen, by their words. */
const commands: Record<string, () => Promise<(asked: Asked, world: World) => Promise<number>>> = {
  run: async () => (await import('./commands/run.ts')).run,
  steps: async () => (await import('./commands/steps.ts')).listSteps,
  undo: async () => (await import('./commands/undo.ts')).undo,
  serve: async () => (await import('./commands/serve.ts')).serve,
  'sim list': async () => (await import('./commands/sim.ts')).simList,
  'sim new': async () => (await import('./commands/sim.ts')).simNew,
  'sim reset': async () => (await import('./commands/sim.ts')).simReset,
}

const main = async (): Promise<number> => {
  const asked = parse(argv.slice(2))
  const { command, options } = asked
  if (options['version']) return say(version())
  if (options['help']) return say((await import('./commands/help.ts')).helpOf(command).trimEnd())
  // The SDK's warning about Node 20 would land in the middle of the screen.
  env['AWS_SDK_JS_NODE_VERSION_SUPPORT_WARNING_DISABLED'] = 'true'
  const { world, end } = createWorld(options)
  try {
    const load = commands[command.words]
    if (load) return await (await load())(asked, world)
    if (options['plain'] && (options['sim'] || options['live']))
      return await (await import('./commands/plain.ts')).plainLab(asked, world)
    return await fullScreen(asked, world)
  } finally {
    end()
  }
}

const say = (text: string): number => {
  stdout.write(`${text}\n`)
  return exits.done
}

const version = (): string =>
  (JSON.parse(readFileSync(new URL('../package.json', import.meta.url), 'utf8')) as { version: string })
    .version

const fullScreen = async ({ options }: Asked, world: World): Promise<number> => {
  const { home, now, colour } = world
  const account = typeof options['account'] === 'string' ? options['account'] : 'practice'
  const mode = options['live'] ? '--live' : '--sim'
  if (!stdin.isTTY || !stdout.isTTY)
    throw new Problem(
      'The full screen needs a terminal, and there is none here.',
      `Use iam-lab run ${mode}, or iam-lab ${mode} --plain for lines of text.`,
    )
  // Ink's colours look for this one alone, when they are loaded.
  if (!colour) env['FORCE_COLOR'] = '0'
  const [{ runLab }, { steps }] = await Promise.all([import('./app/render.tsx'), import('./lab/lab.ts')])
  const { livePlace } = await import('./commands/world.ts')
  return runLab({
    label: options['live'] ? 'LIVE' : 'SIMULATOR',
    steps,
    start: !options['sim'] && !options['live'],
    open: {
      SIMULATOR: async () => (await import('./simulated.ts')).openSimulated({ home, account, now }),
      LIVE: async () => (await import('./live.ts')).openLive(livePlace(world, options)),
    },
    stdin,
    stdout,
    env,
  })
}

const createWorld = (options: Asked['options']): { world: World; end: () => void } => {
  const open = new Set<() => void>()
  let lines: { next: () => Promise<string | undefined>; close: () => void } | undefined
  const interrupted = () => {
    for (const close of open) close()
    stderr.write('\nInterrupted. What was answered is stored; start it again to go on.\n')
    process.exit(exits.interrupted)
  }
  const plain = options['plain'] === true
  const colour = stdout.isTTY === true && !plain && !options['no-color'] && !env['NO_COLOR']
  const world: World = {
    out: line => void stdout.write(`${printable(line, colour)}\n`),
    err: line => void stderr.write(`${printable(line)}\n`),
    ask: async question => {
      stdout.write(printable(question))
      lines ??= (await import('./commands/lines.ts')).openLines(stdin)
      return lines.next()
    },
    interactive: stdin.isTTY === true,
    colour,
    plain,
    home: homeFolder(options['home'] as string | undefined, env, process.platform),
    now: () => new Date(),
    simulated: () => import('./simulated.ts'),
    live: () => import('./live.ts'),
    env,
    pid: process.pid,
    toldToEnd: () =>
      new Promise(resolve => {
        // A second Ctrl-C ends it at once.
        process.once('SIGINT', () => resolve(exits.interrupted))
        for (const signal of ['SIGTERM', 'SIGHUP'] as const) process.once(signal, () => resolve(exits.done))
      }),
    closing: close => {
      const once = () => {
        if (open.delete(once)) close()
      }
      open.add(once)
      if (open.size === 1) process.on('SIGINT', interrupted)
      return once
    },
  }
  return { world, end: () => lines?.close() }
}

// `iam-lab steps | head -1` closes the pipe early; that is no error.
stdout.on('error', ({ code }: NodeJS.ErrnoException) =>
  process.exit(code === 'EPIPE' ? exits.done : exits.unsatisfied),
)

try {
  process.exitCode = await main()
} catch (error) {
  const { message, fix, exit } =
    error instanceof Problem ? error : (await import('./commands/failure.ts')).failureOf(error)
  stderr.write(`${printable(message)}\n${printable(fix)}\n`)
  if (argv.includes('--debug')) stderr.write(`${printable(String((error as Error).stack))}\n`)
  process.exitCode = exit
}
