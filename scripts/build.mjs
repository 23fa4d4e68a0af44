import { chmod, mkdir, readdir, rename, rm, writeFile } from 'node:fs/promises'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { bundle } from './bundle.mjs'

const dist = fileURLToPath(new URL('../dist', import.meta.url))
const main = join(dist, 'main.js')
const { outputFiles } = await bundle()

// The chunks first and the file that names them last: a program that starts meanwhile finds all of the old or all of the new.
const chunks = outputFiles.filter(({ path }) => path !== main)
for (const folder of new Set(outputFiles.map(({ path }) => dirname(path))))
  await mkdir(folder, { recursive: true })
await Promise.all(chunks.map(({ path, contents }) => writeFile(path, contents)))
await writeFile(`${main}.new`, outputFiles.find(({ path }) => path === main).contents)
await chmod(`${main}.new`, 0o755)
await rename(`${main}.new`, main)

const current = new Set(outputFiles.map(({ path }) => path))
const built = (await readdir(dist, { recursive: true, withFileTypes: true })).filter(entry => entry.isFile())
for (const entry of built) {
  const path = join(entry.parentPath, entry.name)
  if (!current.has(path)) await rm(path)
}

const bytes = outputFiles.reduce((sum, { contents }) => sum + contents.length, 0)
console.log(`dist/main.js and ${chunks.length} chunks, ${Math.round(bytes / 1024)} KiB`)
