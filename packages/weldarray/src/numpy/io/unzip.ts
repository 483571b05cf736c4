import { crc32, inflateRawSync } from 'node:zlib'
import { ValueError } from '@weldarray/ir'

/*
 * Reads zip archives whose author is not trusted: every offset and length is checked before it is used, no more is unpacked than
 * the directory says and the caller allows, and checksums are compared. (Archives are written with fflate, which reads them too, but
 * without checksums.)
 */

const DIRECTORY_END = 0x06054b50
const DIRECTORY_ENTRY = 0x02014b50
const LOCAL_ENTRY = 0x04034b50
const WIDE_END = 0x06064b50
const WIDE_LOCATOR = 0x07064b50
const ALL_ONES = 0xffffffff

interface Entry {
  readonly name: string
  readonly method: number
  readonly checksum: number
  readonly packed: number
  readonly size: number
  readonly at: number
}

class Reader {
  readonly view: DataView
  constructor(
    readonly what: string,
    readonly bytes: Uint8Array,
  ) {
    this.view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength)
  }
  bad(why: string): never {
    throw new ValueError(`${this.what}: this .npz archive cannot be read: ${why}`)
  }
  /** Throws unless `length` bytes lie at `at`. */
  need(at: number, length: number, of: string): void {
    if (!(at >= 0 && length >= 0 && at + length <= this.bytes.length)) this.bad(`${of} lies outside of it; it may be cut short`)
  }
  u16(at: number): number {
    this.need(at, 2, 'a field')
    return this.view.getUint16(at, true)
  }
  u32(at: number): number {
    this.need(at, 4, 'a field')
    return this.view.getUint32(at, true)
  }
  u64(at: number): number {
    return this.u32(at) + this.u32(at + 4) * 2 ** 32
  }
}

/** Where the directory is: the record that says so is the last thing in the file but a comment. */
function directory(r: Reader): { at: number; count: number } {
  const last = r.bytes.length - 22
  for (let at = last; at >= 0 && at >= last - 0xffff; at--) {
    if (r.u32(at) !== DIRECTORY_END || at + 22 + r.u16(at + 20) !== r.bytes.length) continue
    const narrow = { count: r.u16(at + 10), at: r.u32(at + 16) }
    if ((narrow.count !== 0xffff && narrow.at !== ALL_ONES) || at < 20 || r.u32(at - 20) !== WIDE_LOCATOR) return narrow
    const wide = r.u64(at - 12)
    if (r.u32(wide) !== WIDE_END) r.bad('the directory of a large archive is missing')
    return { count: r.u64(wide + 32), at: r.u64(wide + 48) }
  }
  return r.bad('its directory is missing; it may be cut short')
}

/** Sizes of 4 GiB and more stand in an extra field, in this order, as far as they are needed. */
function widened(r: Reader, from: number, length: number, fields: number[]): number[] {
  for (let at = from; at + 4 <= from + length; at += 4 + r.u16(at + 2)) {
    if (r.u16(at) !== 1) continue
    let next = at + 4
    return fields.map((x) => (x === ALL_ONES ? r.u64((next += 8) - 8) : x))
  }
  return fields
}

function entries(r: Reader): Entry[] {
  const { at: start, count } = directory(r)
  const list: Entry[] = []
  let at = start
  for (let i = 0; i < count; i++) {
    if (r.u32(at) !== DIRECTORY_ENTRY) r.bad('its directory is damaged')
    const [nameLength, extraLength, commentLength] = [r.u16(at + 28), r.u16(at + 30), r.u16(at + 32)]
    r.need(at + 46, nameLength + extraLength + commentLength, 'its directory')
    const name = new TextDecoder().decode(r.bytes.subarray(at + 46, at + 46 + nameLength))
    if (r.u16(at + 8) & 1) r.bad(`${name} is encrypted`)
    const sizes = [r.u32(at + 24), r.u32(at + 20), r.u32(at + 42)]
    const [size, packed, offset] = widened(r, at + 46 + nameLength, extraLength, sizes) as [number, number, number]
    list.push({ name, method: r.u16(at + 10), checksum: r.u32(at + 16), packed, size, at: offset })
    at += 46 + nameLength + extraLength + commentLength
  }
  return list
}

function content(r: Reader, e: Entry): Uint8Array {
  if (r.u32(e.at) !== LOCAL_ENTRY) r.bad(`${e.name} is not where the directory says`)
  const from = e.at + 30 + r.u16(e.at + 26) + r.u16(e.at + 28)
  r.need(from, e.packed, e.name)
  const packed = r.bytes.subarray(from, from + e.packed)
  if (e.method !== 0 && e.method !== 8) r.bad(`${e.name} is packed by method ${e.method}, which is not supported`)
  const data = e.method === 0 ? packed : inflated(r, e, packed)
  if (data.length !== e.size) r.bad(`${e.name} has ${data.length} bytes, its directory says ${e.size}`)
  if (crc32(data) !== e.checksum) r.bad(`${e.name} is damaged: its checksum differs`)
  return data
}

function inflated(r: Reader, e: Entry, packed: Uint8Array): Uint8Array {
  try {
    return inflateRawSync(packed, { maxOutputLength: Math.max(1, e.size) })
  } catch (error) {
    return r.bad(`${e.name} is damaged (${(error as Error).message})`)
  }
}

/** The files of an archive by name. Throws `ValueError` for what is no archive or a damaged one, and for more than `most` bytes unpacked. */
export function unzip(what: string, bytes: Uint8Array, most: number): [name: string, data: Uint8Array][] {
  const r = new Reader(what, bytes)
  const list = entries(r)
  const total = list.reduce((sum, e) => sum + e.size, 0)
  if (!(total <= most))
    throw new ValueError(
      `${what}: the archive of ${bytes.length} bytes holds ${total} bytes, more than ${most}; if it is to be trusted, say { maxBytes: ${total} }`,
    )
  return list.map((e) => [e.name, content(r, e)])
}
