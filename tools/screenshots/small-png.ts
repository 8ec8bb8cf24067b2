import { crc32, deflateSync, inflateSync } from 'node:zlib'

/** As many colours as a palette can hold. */
const MOST_COLOURS = 256
/** What colours that are as good as the same have in common: their first bits. */
const KEPT_BITS = 0xf8f8f8

/** The same picture with a palette, which is some times smaller. Takes a PNG of 8 bits a channel, not interlaced, as a browser writes it, and drops what is see-through in it. */
export function smallPng(png: Buffer): Buffer {
  const parts = chunks(png)
  const head = parts.find(({ type }) => type === 'IHDR')!.data
  const [width, height] = [head.readUInt32BE(0), head.readUInt32BE(4)]
  const bytes = head[9] === 6 ? 4 : 3
  const packed = Buffer.concat(parts.filter(({ type }) => type === 'IDAT').map(({ data }) => data))
  const colours = toColours(unfiltered(inflateSync(packed), width * bytes, bytes), bytes)
  const palette = paletteOf(colours)
  const nearest = nearestIn(palette)
  const rows = Buffer.alloc(height * (width + 1))
  for (let at = 0; at < colours.length; at += 1) rows[at + Math.floor(at / width) + 1] = nearest(colours[at]!)
  const table = Buffer.concat(palette.map((colour) => Buffer.from([colour >> 16, (colour >> 8) & 255, colour & 255])))
  head[9] = 3 // the bytes are places in a palette
  const made = { IHDR: head, PLTE: table, IDAT: deflateSync(rows, { level: 9 }), IEND: Buffer.alloc(0) }
  return Buffer.concat([png.subarray(0, 8), ...Object.entries(made).map(([type, data]) => chunk(type, data))])
}

function chunks(png: Buffer) {
  const found: { type: string; data: Buffer }[] = []
  for (let at = 8; at < png.length;) {
    const length = png.readUInt32BE(at)
    found.push({
      type: png.toString('latin1', at + 4, at + 8),
      data: Buffer.from(png.subarray(at + 8, at + 8 + length)),
    })
    at += length + 12
  }
  return found
}

/** A piece of a PNG file: its length, its kind, what it holds and its check sum (PNG specification, 5.3). */
export function chunk(type: string, data: Buffer): Buffer {
  const typed = Buffer.concat([Buffer.from(type), data])
  const [length, check] = [Buffer.alloc(4), Buffer.alloc(4)]
  length.writeUInt32BE(data.length)
  check.writeUInt32BE(crc32(typed))
  return Buffer.concat([length, typed, check])
}

/** Takes back what the filter of each row did (PNG specification, 9.2). */
function unfiltered(raw: Buffer, stride: number, bytes: number): Buffer {
  const out = Buffer.alloc((raw.length / (stride + 1)) * stride)
  for (let row = 0; row * (stride + 1) < raw.length; row += 1) {
    const filter = raw[row * (stride + 1)]!
    for (let x = 0; x < stride; x += 1) {
      const at = row * stride + x
      const left = x < bytes ? 0 : out[at - bytes]!
      const up = row === 0 ? 0 : out[at - stride]!
      const corner = x < bytes || row === 0 ? 0 : out[at - stride - bytes]!
      out[at] = raw[row * (stride + 1) + 1 + x]! + predicted(filter, left, up, corner)
    }
  }
  return out
}

function predicted(filter: number, left: number, up: number, corner: number): number {
  if (filter < 3) return [0, left, up][filter]!
  if (filter === 3) return (left + up) >> 1
  const guess = left + up - corner
  const [a, b, c] = [Math.abs(guess - left), Math.abs(guess - up), Math.abs(guess - corner)]
  if (a <= b && a <= c) return left
  return b <= c ? up : corner
}

function toColours(pixels: Buffer, bytes: number): Uint32Array {
  const colours = new Uint32Array(pixels.length / bytes)
  for (let at = 0; at < colours.length; at += 1) colours[at] = pixels.readUIntBE(at * bytes, 3)
  return colours
}

/** The colours that are used most, of those that look the same only one. */
function paletteOf(colours: Uint32Array): number[] {
  const counts = new Map<number, number>()
  for (const colour of colours) counts.set(colour, (counts.get(colour) ?? 0) + 1)
  const byUse = [...counts].sort(([one, first], [other, second]) => second - first || one - other)
  const known = new Set<number>()
  const distinct = byUse.filter(([colour]) => !known.has(colour & KEPT_BITS) && known.add(colour & KEPT_BITS))
  return distinct.slice(0, MOST_COLOURS).map(([colour]) => colour)
}

/** Finds a colour's place in a palette, or that of the one most like it. */
function nearestIn(palette: number[]): (colour: number) => number {
  const places = new Map(palette.map((colour, place) => [colour, place]))
  return (colour) => {
    const known = places.get(colour)
    if (known !== undefined) return known
    const away = palette.map((other) => distance(colour, other))
    const place = away.indexOf(Math.min(...away))
    places.set(colour, place)
    return place
  }
}

const distance = (one: number, other: number) =>
  [16, 8, 0].reduce((sum, shift) => sum + (((one >> shift) & 255) - ((other >> shift) & 255)) ** 2, 0)
