import { readFileSync, writeFileSync } from 'node:fs'

/**
 * Completes package-lock.json with the optional packages of other platforms. An install from a registry that does not have all of
 * them leaves them out, and `npm ci` then refuses the lock. With `--check` nothing is written.
 */
const file = new URL('../package-lock.json', import.meta.url)
const lock = JSON.parse(readFileSync(file, 'utf8'))

const systems = {
  android: 'android',
  darwin: 'darwin',
  freebsd: 'freebsd',
  linux: 'linux',
  openharmony: 'openharmony',
  win32: 'win32',
}
const processors = { 'arm-eabi': 'arm', 'arm-gnueabihf': 'arm', 'arm-musleabihf': 'arm' }
const libraries = { gnu: 'glibc', gnueabihf: 'glibc', musl: 'musl', musleabihf: 'musl' }

/** `@oxlint/binding-linux-arm64-musl` says in its name what it is for. */
const platformOf = name => {
  const [, system, rest = ''] = /-(android|darwin|freebsd|linux|openharmony|win32)-([\w-]+)$/.exec(name) ?? []
  if (!system) return undefined
  const library = system === 'linux' ? libraries[rest.split('-').at(-1)] : undefined
  return {
    os: [systems[system]],
    cpu: [processors[rest] ?? rest.split('-')[0]],
    ...(library && { libc: [library] }),
  }
}

const missing = {}
for (const { optionalDependencies = {}, dev } of Object.values(lock.packages))
  for (const [name, version] of Object.entries(optionalDependencies)) {
    const platform = platformOf(name)
    if (platform && !lock.packages[`node_modules/${name}`])
      missing[`node_modules/${name}`] = { version, ...platform, ...(dev && { dev: true }), optional: true }
  }

const count = Object.keys(missing).length
if (count === 0) process.exit()
if (process.argv.includes('--check')) {
  console.error(`package-lock.json lacks ${count} packages of other platforms.\nComplete it: npm run lock`)
  process.exit(1)
}
const [root, ...rest] = Object.entries({ ...lock.packages, ...missing })
const packages = Object.fromEntries([root, ...rest.toSorted(([one], [other]) => (one < other ? -1 : 1))])
writeFileSync(file, `${JSON.stringify({ ...lock, packages }, null, 2)}\n`)
console.log(`${count} packages of other platforms added to package-lock.json`)
