import { mkdtempSync } from 'node:fs'
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import { build } from 'esbuild'

/** What is measured in process is the source, bundled for this run as the program is. */
export const load = async home => {
  process.env.AWS_SDK_JS_NODE_VERSION_SUPPORT_WARNING_DISABLED = 'true'
  const outdir = mkdtempSync(join(home, 'code-'))
  await build({
    entryPoints: ['bench/subject.ts'],
    outdir,
    outExtension: { '.js': '.mjs' },
    bundle: true,
    format: 'esm',
    platform: 'node',
    mainFields: ['module', 'main'],
    target: 'node20.19',
    banner: {
      js: "import{createRequire as createRequireHere}from'node:module';const require=createRequireHere(import.meta.url);",
    },
  })
  return import(pathToFileURL(join(outdir, 'subject.mjs')).href)
}

/** How long each of `rounds` calls takes, in milliseconds. */
export const measure = async (work, rounds, from = 0) => {
  const took = []
  for (let round = from; round < from + rounds; round++) {
    const begun = performance.now()
    await work(round)
    took.push(performance.now() - begun)
  }
  return took
}
