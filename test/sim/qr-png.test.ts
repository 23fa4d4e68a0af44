import { crc32, inflateSync } from 'node:zlib'
import { CreateVirtualMFADeviceCommand } from '@aws-sdk/client-iam'
import qrcode from 'qrcode-terminal'
import { expect, test } from 'vitest'
import { qrPng } from '../../src/sim/qr-png.ts'
import { seed } from './device.ts'
import { simulated } from './simulated.ts'

const issuer = 'Amazon%20Web%20Services'
const texts = [
  'a',
  `otpauth://totp/phone@111122223333?secret=${seed}`,
  `otpauth://totp/${issuer}:${'phone'.repeat(40)}@111122223333?secret=${seed}&issuer=${issuer}`,
]

/** One bit a pixel, grey, deflate, no filter, no interlace. */
const oneBitGrey = [1, 0, 0, 0, 0]

/** The chunks of a PNG file, each with whether its checksum is right. */
const chunksOf = (png: Buffer) => {
  const chunks: { type: string; data: Buffer; sound: boolean }[] = []
  for (let at = 8; at < png.length;) {
    const length = png.readUInt32BE(at)
    const body = png.subarray(at + 4, at + 8 + length)
    const sound = png.readUInt32BE(at + 8 + length) === crc32(body)
    chunks.push({ type: body.toString('latin1', 0, 4), data: body.subarray(4), sound })
    at += 12 + length
  }
  return chunks
}

/** The code as qrcode-terminal draws it, `#` for black: white around it, one module wide. */
const drawn = (text: string): string[] => {
  let art = ''
  qrcode.generate(text, { small: false }, drawing => (art = drawing))
  const rows = art
    .trim()
    .split('\n')
    .map(row => row.replaceAll('\u001B[40m  \u001B[0m', '#').replaceAll('\u001B[47m  \u001B[0m', '.'))
  return rows.slice(1, -1).map(row => row.slice(1, -1))
}

test.each(texts)('%# the image has the modules that qrcode-terminal draws, in white', text => {
  const modules = drawn(text)
  expect(modules.every(row => /^[.#]+$/.test(row) && row.length === modules.length)).toBe(true)
  const png = Buffer.from(qrPng(text))
  expect(png.subarray(0, 8).toString('latin1')).toBe('\x89PNG\r\n\x1a\n')
  const [header, image, end] = chunksOf(png)
  const size = (modules.length + 8) * 4
  expect(chunksOf(png).map(({ type, sound }) => [type, sound])).toEqual([
    ['IHDR', true],
    ['IDAT', true],
    ['IEND', true],
  ])
  expect(end!.data.length).toBe(0)
  expect([header!.data.readUInt32BE(0), header!.data.readUInt32BE(4), ...header!.data.subarray(8)]).toEqual([
    size,
    size,
    ...oneBitGrey,
  ])
  const pixels = inflateSync(image!.data)
  const bytesPerRow = Math.ceil(size / 8)
  const rows = Array.from({ length: size }, (_, y) => {
    const [filter, ...bytes] = pixels.subarray(y * (1 + bytesPerRow), (y + 1) * (1 + bytesPerRow))
    expect(filter).toBe(0)
    const bits = bytes.map(byte => byte.toString(2).padStart(8, '0')).join('')
    return bits.slice(0, size).replaceAll('1', '.').replaceAll('0', '#')
  })
  const quiet = '.'.repeat(16)
  const white = '.'.repeat(size)
  expect(rows).toEqual([
    ...Array.from({ length: 16 }, () => white),
    ...modules.flatMap(row => {
      const wide = `${quiet}${row.replaceAll(/./g, module => module.repeat(4))}${quiet}`
      return [wide, wide, wide, wide]
    }),
    ...Array.from({ length: 16 }, () => white),
  ])
})

test('the QR code of a new device says its name, its account and its seed', async () => {
  const { store, root } = simulated()
  const made = async (VirtualMFADeviceName: string) => {
    const call = new CreateVirtualMFADeviceCommand({ VirtualMFADeviceName })
    const { VirtualMFADevice } = await root.iam.send(call)
    return {
      png: VirtualMFADevice!.QRCodePNG,
      secret: Buffer.from(VirtualMFADevice!.Base32StringSeed!).toString(),
    }
  }
  const one = await made('phone')
  expect(one.png).toEqual(
    new Uint8Array(
      qrPng(`otpauth://totp/${issuer}:phone@111122223333?secret=${one.secret}&issuer=${issuer}`),
    ),
  )
  store.transact(state => state.setAccount({ alias: 'blue-team-practice' }))
  const other = await made('a+b=c@d')
  expect(other.png).toEqual(
    new Uint8Array(
      qrPng(
        `otpauth://totp/${issuer}:a%2Bb%3Dc%40d@blue-team-practice?secret=${other.secret}&issuer=${issuer}`,
      ),
    ),
  )
})
