// Writes THIRD-PARTY-NOTICES.md: the licences of the packages whose code is in the bundle. `--check` fails when it is stale.
import { existsSync, readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { bundle } from './bundle.mjs'

const root = fileURLToPath(new URL('..', import.meta.url))
const file = join(root, 'THIRD-PARTY-NOTICES.md')

/** `node_modules/ink/build/ink.js` to `node_modules/ink`; nested packages to the innermost. */
const folderOf = path => /^.*node_modules\/(?:@[^/]+\/)?[^/]+/.exec(path)?.[0]

const notice = folder => {
  const { name, version, license } = JSON.parse(readFileSync(join(root, folder, 'package.json'), 'utf8'))
  const texts = readdirSync(join(root, folder))
    .filter(entry => /^(licen[cs]e|notice|copying)/i.test(entry))
    .toSorted()
    .map(entry =>
      readFileSync(join(root, folder, entry), 'utf8')
        .replaceAll('\r\n', '\n')
        .trim(),
    )
  return { title: `${name} ${version}`, license, text: texts.join('\n\n') }
}

const {
  metafile: { outputs },
} = await bundle()
const inputs = Object.values(outputs).flatMap(({ inputs }) =>
  Object.entries(inputs).flatMap(([path, { bytesInOutput }]) => (bytesInOutput > 0 ? [path] : [])),
)
const folders = [...new Set(inputs.map(folderOf).filter(folder => folder !== undefined))]
const notices = folders.map(notice).toSorted((one, other) => (one.title < other.title ? -1 : 1))

/** Many packages share one text, which then stands once. */
const byText = new Map()
for (const each of notices) {
  const key = `${each.license}\n${each.text}`
  byText.set(key, [...(byText.get(key) ?? []), each])
}

const sections = [...byText.values()].map(packages =>
  [
    `## ${packages.map(({ title }) => title).join(', ')}`,
    `Licence: ${packages[0].license}`,
    ...(packages[0].text
      ? [`\`\`\`\`text\n${packages[0].text}\n\`\`\`\``]
      : ['The package comes without the text of its licence.']),
  ].join('\n\n'),
)
const text = `# Third-party notices

The built program contains code of these ${notices.length} packages. Made by \`npm run notices\`.

${sections.join('\n\n')}
`

if (!process.argv.includes('--check')) writeFileSync(file, text)
else if (!existsSync(file) || readFileSync(file, 'utf8') !== text) {
  console.error('THIRD-PARTY-NOTICES.md is stale.\nMake it again: npm run notices')
  process.exitCode = 1
}
