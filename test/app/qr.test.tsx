import { Box } from 'ink'
import { expect, test } from 'vitest'
import { groupedSeed, qrLines, qrSize } from '../../src/app/parts/qr.ts'
import { QrView } from '../../src/app/parts/QrView.tsx'
import { otpauthUri } from '../../src/lab/mfa.ts'
import { open } from '../terminal.tsx'

/** 64 characters, as AWS's seeds are. */
const seed = 'GEZDGNBVGY3TQOJQ'.repeat(4)
const named = (name: string) => otpauthUri(name, '111122223333', seed)
const otpauth = named('root-account-mfa-device')

test('a QR code has light cells all around', () => {
  const lines = qrLines(otpauth)
  expect([lines[0], ...lines.map(line => `${line.at(0)}${line.at(-1)}`)]).toEqual([
    '█'.repeat(43),
    ...Array.from({ length: 22 }, () => '██'),
  ])
})

const sizes: [bytes: number, columns: number, rows: number][] = [
  [1, 23, 12],
  [106, 39, 20],
  [107, 43, 22],
  [134, 43, 22],
  [135, 47, 24],
]
test.each(sizes)('%i bytes take %i by %i cells', (bytes, columns, rows) => {
  expect(qrSize(qrLines('x'.repeat(bytes)))).toEqual({ columns, rows })
})

test('a name of 34 letters is the longest whose code leaves room for a line of keys in 80x24', () => {
  expect([34, 35].map(length => qrSize(qrLines(named('x'.repeat(length)))).rows)).toEqual([22, 24])
})

test('a seed is grouped in fours', () => {
  expect(groupedSeed(seed, 19)).toEqual(Array.from({ length: 4 }, () => 'GEZD GNBV GY3T QOJQ'))
  expect(groupedSeed(seed, 18)[0]).toBe('GEZD GNBV GY3T')
  expect(groupedSeed('ABCDEF', 80)).toEqual(['ABCD EF'])
})

const view = (columns: number, rows: number) =>
  open(
    <Box width={columns} height={rows}>
      <QrView otpauth={otpauth} seed={seed} title="MFA for root" columns={columns} rows={rows} />
    </Box>,
    { columns, rows },
  )

const seedOn = (frame: string) =>
  frame
    .match(/\b[A-Z2-7]{4}\b(?: [A-Z2-7]{4}\b)*/g)
    ?.join('')
    .replaceAll(' ', '')

test('at 80x24 the whole code is shown, with the seed beside it', async () => {
  const terminal = await view(80, 23)
  const frame = terminal.frame()
  expect(
    frame
      .split('\n')
      .slice(0, 22)
      .map(line => line.slice(0, 43)),
  ).toEqual(qrLines(otpauth))
  expect(
    frame
      .split('\n')
      .map(line => line.slice(45).trimEnd())
      .join('\n')
      .trimEnd(),
  ).toBe(`MFA for root
Scan it with an authenticator app.

No camera? Type the seed into it:
GEZD GNBV GY3T QOJQ
GEZD GNBV GY3T QOJQ
GEZD GNBV GY3T QOJQ
GEZD GNBV GY3T QOJQ

It is shown once. Whoever has it
has your codes.`)
  await terminal.close()
})

test("its colours are white and black by name, whatever the terminal's own are", async () => {
  const terminal = await view(80, 24)
  const lines = terminal.frame().split('\n')
  const ofCode = Array.from({ length: 43 * 22 }, (_, at) => terminal.cell(at % 43, Math.floor(at / 43)))
  expect(new Set(ofCode.map(({ color, background }) => `${color} on ${background}`))).toEqual(
    new Set(['#ffffff on #000000']),
  )
  expect(lines).toHaveLength(24)
  await terminal.close()
})

test('with more room the margin is wider', async () => {
  const terminal = await view(120, 40)
  const lines = terminal.frame().split('\n')
  expect(lines.slice(0, 24).map(line => line.slice(0, 47))).toEqual([
    '█'.repeat(47),
    ...qrLines(otpauth).map(line => `██${line}██`),
    '█'.repeat(47),
  ])
  expect(seedOn(lines.map(line => line.slice(47)).join('\n'))).toBe(seed)
  await terminal.close()
})

test('where there is no room beside it, the seed is below', async () => {
  const terminal = await view(43, 24)
  const lines = terminal.frame().split('\n')
  expect(lines.slice(0, 22)).toEqual(qrLines(otpauth))
  expect(seedOn(lines.slice(22).join('\n'))).toBe(seed)
  await terminal.close()
})

test('where there is room for the code alone, it is alone', async () => {
  const terminal = await view(43, 22)
  expect(terminal.frame().split('\n')).toEqual(qrLines(otpauth))
  await terminal.close()
})

test.each([
  [42, 40],
  [80, 21],
  [40, 12],
  [30, 8],
])('at %ix%i the size that is wanted is said, and the whole seed is shown', async (columns, rows) => {
  const terminal = await view(columns, rows)
  const frame = terminal.frame()
  expect(frame.replaceAll(/\s+/g, ' ')).toContain(
    `The QR code wants 43x22 cells, here are ${columns}x${rows}: enlarge the window, or type this seed into the app.`,
  )
  expect(seedOn(frame)).toBe(seed)
  expect(frame).not.toContain('█')
  await terminal.close()
})
