// The icons of an installed Kaya, drawn from the door: PNG files made here, so that no picture comes from elsewhere.

import { crc32, deflateSync } from "node:zlib"

const PAPER = [250, 247, 240]
const SPRUCE = [18, 84, 77]
const CLAY = [196, 100, 58]
const FINE = 4 // lines within each line of pixels

/** Beziers as points: the door is 24 wide and 28 high. */
const bend = (a, b, c, d) =>
  Array.from({ length: 25 }, (_, i) => {
    const [t, u] = [i / 24, 1 - i / 24]
    return [0, 1].map((k) => u ** 3 * a[k] + 3 * u * u * t * b[k] + 3 * u * t * t * c[k] + t ** 3 * d[k])
  })
const arch = Array.from({ length: 49 }, (_, i) => {
  const angle = Math.PI * (1 + i / 48)
  return [12 + 10 * Math.cos(angle), 12 + 10 * Math.sin(angle)]
})
const DOOR = [
  [SPRUCE, [[2, 28], ...arch, [22, 28]]],
  [PAPER, [[9, 28], ...bend([9, 14.5], [9, 11.1], [11.2, 8.7], [14.2, 7.9]), [14.2, 28]]],
  [CLAY, [[14.2, 28], ...bend([14.2, 17.4], [16.8, 19.2], [18.6, 23], [19.2, 28])]],
]

/** [name, bytes] of each: two sizes, and one whose edges a device may cut off as it likes. */
export function pictures() {
  return [
    ["icon-192.png", png(192, 0.68)],
    ["icon-512.png", png(512, 0.68)],
    ["icon-maskable-512.png", png(512, 0.5)],
  ]
}

/** A square of `size` pixels with the door in its middle, as high as `share` of it. */
function png(size, share) {
  const pixels = Buffer.alloc(size * size * 3, Buffer.from(PAPER))
  const scale = (size * share) / 28
  const [left, top] = [(size - 24 * scale) / 2, (size - 28 * scale) / 2]
  for (const [colour, points] of DOOR) {
    fill(
      pixels,
      size,
      points.map(([x, y]) => [left + x * scale, top + y * scale]),
      colour,
    )
  }
  return encoded(pixels, size)
}

/** Between the crossings of each fine line, with what part of a pixel is covered. */
function fill(pixels, size, points, colour) {
  for (let y = 0; y < size; y++) {
    const covered = new Float32Array(size)
    for (let fine = 0; fine < FINE; fine++) {
      const crossings = crossingsAt(points, y + (fine + 0.5) / FINE)
      for (let i = 0; i + 1 < crossings.length; i += 2) cover(covered, crossings[i], crossings[i + 1])
    }
    for (let x = 0; x < size; x++) {
      const part = Math.min(1, covered[x] / FINE)
      for (let k = 0; part && k < 3; k++) {
        const at = (y * size + x) * 3 + k
        pixels[at] = Math.round(pixels[at] * (1 - part) + colour[k] * part)
      }
    }
  }
}

function crossingsAt(points, y) {
  const pairs = points.map((point, i) => [point, points[(i + 1) % points.length]])
  return pairs
    .filter(([a, b]) => a[1] <= y !== b[1] <= y)
    .map(([a, b]) => a[0] + ((y - a[1]) / (b[1] - a[1])) * (b[0] - a[0]))
    .sort((a, b) => a - b)
}

function cover(covered, from, to) {
  for (let x = Math.floor(from); x < to; x++) covered[x] += Math.min(to, x + 1) - Math.max(from, x)
}

function encoded(pixels, size) {
  const rows = Buffer.alloc(size * (size * 3 + 1))
  for (let y = 0; y < size; y++) pixels.copy(rows, y * (size * 3 + 1) + 1, y * size * 3, (y + 1) * size * 3)
  const head = Buffer.alloc(13)
  head.writeUInt32BE(size, 0)
  head.writeUInt32BE(size, 4)
  head.set([8, 2], 8) // eight bits each of red, green and blue
  const chunks = [chunk("IHDR", head), chunk("IDAT", deflateSync(rows, { level: 9 })), chunk("IEND", Buffer.alloc(0))]
  return Buffer.concat([Buffer.from("89504e470d0a1a0a", "hex"), ...chunks])
}

function chunk(kind, content) {
  const named = Buffer.concat([Buffer.from(kind), content])
  const [length, sum] = [Buffer.alloc(4), Buffer.alloc(4)]
  length.writeUInt32BE(content.length)
  sum.writeUInt32BE(crc32(named))
  return Buffer.concat([length, named, sum])
}
