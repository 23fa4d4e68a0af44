import { asJson } from './as-json.ts'
import { keyLines } from '../lab/key-lines.ts'
import type { Asked } from './parse.ts'
import { exits, Problem } from './problem.ts'
import { practice, type Operation, type Served, type World } from './world.ts'

/** Serves a practice account on loopback until the program is told to end. */
export const serve = async ({ options }: Asked, world: World): Promise<number> => {
  const json = options['json'] === true
  const { serveSimulated, operationStates } = await world.simulated()
  if (options['operations']) {
    const operations = operationStates()
    world.out(json ? asJson({ operations }) : operationsText(operations))
    return exits.done
  }
  const port = options['port'] === undefined ? undefined : Number(options['port'])
  const control = options['control'] === true
  const place = practice(world, options['account'])
  const end = world.toldToEnd()
  const served = await serveSimulated({
    ...place,
    port,
    control,
    onBug: error => {
      const { message, stack } = error as Error
      world.err(`A bug in iam-lab, which goes on: ${options['debug'] ? stack : message}`)
    },
  }).catch(unopened)
  const { endpoint, accountId, notice } = served
  if (notice !== undefined) world.err(notice)
  world.out(
    json
      ? asJson({ endpoint, accountId, port: served.port, pid: world.pid })
      : servedText(served, place.account, control),
  )
  const exit = await end
  await served.close()
  if (!json) world.err('Ended. What was answered is stored.')
  return exit
}

const unopened = (error: NodeJS.ErrnoException & { port?: number }): never => {
  if (error.code === 'EADDRINUSE')
    throw new Problem(
      `Port ${error.port} is in use by another program.`,
      'Name another with --port N, or take a free one with --port 0.',
      exits.unreachable,
    )
  if (error.code === 'EACCES' && error.port !== undefined)
    throw new Problem(
      `You may not open port ${error.port}.`,
      'Name one above 1023 with --port N, or take a free one with --port 0.',
      exits.unreachable,
    )
  throw error
}

const servedText = ({ endpoint, accountId, progress }: Served, account: string, control: boolean): string => {
  const lines = keyLines(endpoint, progress)
  return [
    `The practice account ${account} (${accountId}) answers at ${endpoint} until Ctrl-C.`,
    '',
    ...(lines.length > 0
      ? ['In another terminal:', '', ...lines]
      : [
          'There is no key for it yet: step 8 of the lab saves one.',
          'End this, do the lab (iam-lab --sim, or iam-lab run --sim), and come back.',
        ]),
    ...(control
      ? [
          '',
          'To be root, whoever you are:',
          '',
          `curl -X POST -H 'x-iam-lab-control: 1' ${endpoint}/_control/root-session`,
        ]
      : []),
  ].join('\n')
}

/** One a line, those that are simulated first: what is looked for can be searched for by name. */
const operationsText = (operations: Operation[]): string => {
  const lines = (wanted: Operation['state'], mark: string) =>
    operations
      .filter(({ state }) => state === wanted)
      .map(({ service, operation, note }) =>
        [`${service}:${operation}`, mark + note].filter(Boolean).join('  '),
      )
  return [...lines('simulated', ''), ...lines('not simulated', 'not simulated: ')].join('\n')
}
