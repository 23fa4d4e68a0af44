import { crc32, deflateSync } from 'node:zlib'
import QRCode from 'qrcode-terminal/vendor/QRCode/index.js'
import QRErrorCorrectLevel from 'qrcode-terminal/vendor/QRCode/QRErrorCorrectLevel.js'

/** Pixels a module, and modules of white around the code (ISO/IEC 18004 asks for four). */
const scale = 4
const quiet = 4

/** A QR code as a PNG image of black and white, as `iam:CreateVirtualMFADevice` returns one. */
export const qrPng = (text: string): Uint8Array => {
  const code = new QRCode(-1, QRErrorCorrectLevel.L)
  code.addData(text)
  code.make()
  const modules = code.getModuleCount()
  const size = (modules + 2 * quiet) * scale
  const isDark = (row: number, column: number) =>
    row >= 0 && column >= 0 && row < modules && column < modules && code.isDark(row, column)
  const bytesPerRow = Math.ceil(size / 8)
  const pixels = Buffer.alloc(size * (1 + bytesPerRow))
  for (let y = 0; y < size; y++)
    for (let x = 0; x < size; x++) {
      const light = !isDark(Math.floor(y / scale) - quiet, Math.floor(x / scale) - quiet)
      if (light) pixels[y * (1 + bytesPerRow) + 1 + (x >> 3)]! |= 0x80 >> (x & 7)
    }
  const header = Buffer.alloc(13)
  header.writeUInt32BE(size, 0)
  header.writeUInt32BE(size, 4)
  // One bit a pixel, grey, deflate, no filter, no interlace.
  header.set([1, 0, 0, 0, 0], 8)
  return Buffer.concat([
    Buffer.from('\x89PNG\r\n\x1a\n', 'latin1'),
    chunk('IHDR', header),
    chunk('IDAT', deflateSync(pixels)),
    chunk('IEND', Buffer.alloc(0)),
  ])
}

const chunk = (type: string, data: Buffer): Buffer => {
  const body = Buffer.concat([Buffer.from(type, 'latin1'), data])
  const framed = Buffer.alloc(body.length + 8)
  framed.writeUInt32BE(data.length, 0)
  body.copy(framed, 4)
  framed.writeUInt32BE(crc32(body), body.length + 4)
  return framed
}
