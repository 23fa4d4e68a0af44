import { mkdirSync, readFileSync, statSync, symlinkSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { formatCsv, gitWorkTree, pathProblem, readCsv, writeNewFile } from '../../src/lab/csv.ts'
import { newHome } from '../home.ts'

const key = {
  userName: 'admin',
  accessKeyId: 'AKIAIOSFODNN7EXAMPLE',
  secretAccessKey: 'wJalrXUtnFEMI/K7MDENG/bPxRfiCYEXAMPLEKEY',
}
const header = 'User name,Access key ID,Secret access key'
const row = `${key.userName},${key.accessKeyId},${key.secretAccessKey}`

test.each([
  ['without a password there is no column for it', undefined, `${header}\n${row}\n`],
  ['a known password stands last', 'correct-Horse-7', `${header},Password\n${row},correct-Horse-7\n`],
  ['one that would need quotes leaves the column empty', 'a,b"C7-long-one', `${header},Password\n${row},\n`],
])('%s', async (_, password, text) => {
  expect(await formatCsv({ ...key, password })).toBe(text)
})

test('what was written is read back, also with a byte order mark', async () => {
  const path = join(newHome(), 'keys.csv')
  writeNewFile(path, await formatCsv({ ...key, password: 'correct-Horse-7' }))
  const read = { ...key, password: 'correct-Horse-7' }
  expect(await readCsv(path)).toEqual(read)
  const marked = join(newHome(), 'marked.csv')
  writeFileSync(marked, `\uFEFF${readFileSync(path, 'utf8')}`)
  expect(await readCsv(marked)).toEqual(read)
})

test('a file that holds no key is none, and neither is a missing one or a folder', async () => {
  const home = newHome()
  writeFileSync(join(home, 'note.csv'), 'some,other\nfile,here\n')
  expect([
    await readCsv(join(home, 'note.csv')),
    await readCsv(join(home, 'none')),
    await readCsv(home),
  ]).toEqual([undefined, undefined, undefined])
})

test('the file has mode 0600 under any umask, and nothing is left beside it', async () => {
  const umask = process.umask(0)
  const path = join(newHome(), 'sub', 'keys.csv')
  try {
    writeNewFile(path, 'text')
  } finally {
    process.umask(umask)
  }
  expect([statSync(path).mode & 0o777, readFileSync(path, 'utf8')]).toEqual([0o600, 'text'])
})

test('a file, a folder and a link are in the way, and stay as they are', () => {
  const home = newHome()
  const file = join(home, 'file')
  const link = join(home, 'link')
  const folder = join(home, 'folder')
  writeFileSync(file, 'mine')
  symlinkSync(join(home, 'nowhere'), link)
  mkdirSync(folder)
  expect([file, link, folder, join(home, 'free')].map(pathProblem)).toEqual([
    'That file exists, and is never overwritten. Name another.',
    'That path is a link. Name a file that does not exist yet.',
    'That path is a folder. Name a file in it.',
    undefined,
  ])
  for (const path of [file, link, folder]) expect(() => writeNewFile(path, 'other')).toThrow('EEXIST')
  expect(readFileSync(file, 'utf8')).toBe('mine')
  expect(pathProblem(join(home, 'nowhere'))).toBe(undefined)
})

test('a path in a git work tree is found out', () => {
  const home = newHome()
  mkdirSync(join(home, 'tree', '.git'), { recursive: true })
  expect([gitWorkTree(join(home, 'tree', 'a', 'b.csv')), gitWorkTree(join(home, 'b.csv'))]).toEqual([
    join(home, 'tree'),
    undefined,
  ])
})
