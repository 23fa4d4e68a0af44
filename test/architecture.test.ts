import { readdirSync, readFileSync } from 'node:fs'
import { dirname, join, relative, resolve } from 'node:path'
import { fileURLToPath } from 'node:url'
import type { Metafile } from 'esbuild'
import { expect, test } from 'vitest'

const root = fileURLToPath(new URL('..', import.meta.url))
const src = join(root, 'src')

const files = readdirSync(src, { recursive: true, encoding: 'utf8' })
  .filter(file => /\.tsx?$/.test(file))
  .toSorted()

type Import = { file: string; from: string; named: string; dynamic: boolean }

const imports: Import[] = files.flatMap(file => {
  const text = readFileSync(join(src, file), 'utf8')
  const of = (pattern: RegExp, dynamic: boolean) =>
    [...text.matchAll(pattern)].map(({ groups }) => ({
      file,
      from: groups!['from']!,
      named: groups!['named'] ?? '',
      dynamic,
    }))
  return [
    ...of(/^(?:import|export)\s(?<named>[^'"]*?)\sfrom\s'(?<from>[^']+)'/gm, false),
    ...of(/^import\s'(?<from>[^']+)'/gm, false),
    ...of(/import\('(?<from>[^']+)'\)/g, true),
  ]
})

/** `app/parts/Line.tsx` to `app`; a file at the top is its own layer. */
const layerOf = (file: string) => (file.includes('/') ? file.slice(0, file.indexOf('/')) : file)

/** Who may import whom, besides itself. */
const mayImport: Record<string, string[]> = {
  'main.tsx': ['app', 'commands', 'lab', 'live.ts', 'simulated.ts'],
  'live.ts': ['aws', 'lab', 'lock.ts'],
  'lock.ts': [],
  'simulated.ts': ['aws', 'lab', 'sim'],
  app: ['lab'],
  aws: ['lab'],
  commands: ['lab'],
  lab: [],
  sim: ['lock.ts'],
}

/** The one file of the simulator that knows the lab: it is the console port, which the lab defines. */
const atThePort = new Set(['sim/console.ts'])

const own = imports
  .filter(({ from }) => from.startsWith('.'))
  .map(({ file, from }) => ({ file, to: relative(src, resolve(src, dirname(file), from)) }))

const packages = imports.filter(({ from }) => !from.startsWith('.') && !from.startsWith('node:'))

test('every file is in a layer', () => {
  expect(files.map(layerOf).filter(layer => mayImport[layer] === undefined)).toEqual([])
})

test('a layer imports itself and the layers below it', () => {
  const wrong = own.filter(({ file, to }) => {
    const [from, into] = [layerOf(file), layerOf(to)]
    return from !== into && !mayImport[from]!.includes(into) && !(atThePort.has(file) && into === 'lab')
  })
  expect(wrong.filter(({ to }) => !to.endsWith('package.json'))).toEqual([])
})

/** Which packages a layer does not know. */
const unknownTo: Record<string, RegExp> = {
  app: /^(@aws-sdk|@smithy|lowdb)/,
  aws: /^(ink|react|lowdb)/,
  commands: /^(ink|react|@aws-sdk|@smithy|lowdb)/,
  lab: /^(ink|react|lowdb)/,
  sim: /^(ink|react)/,
}

test('a layer does not know the packages of another', () => {
  expect(packages.filter(({ file, from }) => unknownTo[layerOf(file)]?.test(from))).toEqual([])
})

test('only aws/ builds a client', () => {
  const building = files.filter(file => /new \w+Client\(/.test(readFileSync(join(src, file), 'utf8')))
  expect(building.filter(file => !file.startsWith('aws/'))).toEqual([])
  const importing = packages.filter(({ named }) => /\b[A-Za-z]+Client\b/.test(named))
  expect(importing.filter(({ file }) => !file.startsWith('aws/'))).toEqual([])
})

test('outside the simulator and aws/ the SDK is loaded when it is needed, and otherwise its types alone', () => {
  const eager = packages.filter(
    ({ file, from, named, dynamic }) =>
      from.startsWith('@aws-sdk/') && !dynamic && !/^type\b/.test(named) && !/^(sim|aws)\//.test(file),
  )
  expect(eager).toEqual([])
})

/** The packages in everything that `entry` loads at once, without what it imports later. */
const loadedWith = ({ outputs }: Metafile, entry: string): string[] => {
  const seen = new Set<string>()
  const visit = (output: string) => {
    if (seen.has(output)) return
    seen.add(output)
    for (const { path, kind, external } of outputs[output]!.imports)
      if (!external && kind === 'import-statement') visit(path)
  }
  visit(entry)
  const inputs = [...seen].flatMap(output => Object.keys(outputs[output]!.inputs))
  return [
    ...new Set(inputs.flatMap(input => /node_modules\/((?:@[^/]+\/)?[^/]+)/.exec(input)?.[1] ?? [])),
  ].toSorted()
}

const chunkOf = ({ outputs }: Metafile, source: string): string =>
  Object.entries(outputs).find(([, { entryPoint }]) => entryPoint === source)![0]

test('the first frame comes before the SDK, the simulator and everything of theirs', async () => {
  const { bundle } = (await import('../scripts/bundle.mjs' as string)) as {
    bundle: () => Promise<{ metafile: Metafile }>
  }
  const { metafile } = await bundle()
  expect(loadedWith(metafile, chunkOf(metafile, 'src/main.tsx'))).toEqual([])
  const firstFrame = ['src/app/render.tsx', 'src/lab/lab.ts'].flatMap(source =>
    loadedWith(metafile, chunkOf(metafile, source)),
  )
  expect(firstFrame.filter(name => /^(@aws|@smithy|lowdb|otplib|@otplib|csv-)/.test(name))).toEqual([])
  expect(firstFrame).toContain('ink')
})
