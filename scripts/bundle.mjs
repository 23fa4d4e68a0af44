import { readFile } from 'node:fs/promises'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { build } from 'esbuild'

/** Ink loads these for its developer tools alone, which a bundle for production never starts. */
const stubbed = /^(react-devtools-core|ws)$/

const stubs = {
  name: 'stubs',
  setup(build) {
    build.onResolve({ filter: stubbed }, ({ path }) => ({ path, namespace: 'stub' }))
    build.onLoad({ filter: /.*/, namespace: 'stub' }, () => ({ contents: 'export default {}' }))
  },
}

/** Yoga decodes the WebAssembly it carries with `fetch`, for which Node loads an HTTP client; without one it decodes it itself. */
const yogaWithoutFetch = {
  name: 'yoga-without-fetch',
  setup(build) {
    build.onLoad({ filter: /[/\\]yoga-wasm-base64-esm\.js$/ }, async ({ path }) => ({
      contents: `var fetch\n${await readFile(path, 'utf8')}`,
    }))
  },
}

/**
 * Only `aws/` builds clients; everybody else wants commands and their schemas alone. A package's index names both, and a file that an index names
 * lands in every chunk that asks the index for anything.
 */
const commandsAlone = {
  name: 'commands-alone',
  setup(build) {
    build.onResolve(
      { filter: /^@aws-sdk\/client-\w+$/ },
      async ({ path, importer, kind, resolveDir, pluginData }) => {
        if (pluginData === 'resolved' || /[/\\]src[/\\]aws[/\\]/.test(importer)) return undefined
        const index = await build.resolve(path, { kind, resolveDir, importer, pluginData: 'resolved' })
        return { path: join(dirname(index.path), 'commands', 'index.js'), sideEffects: false }
      },
    )
  },
}

/**
 * Bundles the program for `dist`: one file that starts, and chunks that are loaded when they are first needed.
 * Writes nothing; answers the files and esbuild's metafile.
 */
export const bundle = () =>
  build({
    absWorkingDir: fileURLToPath(new URL('..', import.meta.url)),
    entryPoints: ['src/main.tsx'],
    outdir: 'dist',
    chunkNames: 'chunks/[name]-[hash]',
    bundle: true,
    splitting: true,
    format: 'esm',
    platform: 'node',
    // ES modules where a package has both: they are split and shaken, and a dynamic import gives their names.
    mainFields: ['module', 'main'],
    target: 'node20.19',
    jsx: 'automatic',
    minify: true,
    legalComments: 'none',
    define: { 'process.env.NODE_ENV': '"production"' },
    // Some packages are CommonJS and ask for Node's own modules with `require`, which an ES module does not have.
    banner: {
      js: "import{createRequire as createRequireHere}from'node:module';const require=createRequireHere(import.meta.url);",
    },
    plugins: [stubs, yogaWithoutFetch, commandsAlone],
    metafile: true,
    write: false,
    logLevel: 'warning',
  })
