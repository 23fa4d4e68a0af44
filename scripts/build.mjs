import { chmod, rm } from 'node:fs/promises'
import { bundle } from './bundle.mjs'

await rm(new URL('../dist', import.meta.url), { recursive: true, force: true })
const { outputs } = await bundle()
await chmod(new URL('../dist/main.js', import.meta.url), 0o755)

const bytes = Object.values(outputs).reduce((sum, output) => sum + output.bytes, 0)
console.log(`dist/main.js and ${Object.keys(outputs).length - 1} chunks, ${Math.round(bytes / 1024)} KiB`)
