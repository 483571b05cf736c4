import {
  ARRAY_DTYPES,
  type DType,
  DTypeError,
  dtypeInfo,
  forEachIndex,
  type Node,
  type Scalar,
  sizeOf,
  ValueError,
} from '@weldarray/ir'
import { leaf, type Memory } from '@weldarray/runtime'
import { shapeOf } from '../creation/creation.js'
import { borrow, fromBytes, memoryOf, type NdArray, wrap } from '../operands/arrays.js'

/*
 * NumPy's file format for one array: "\x93NUMPY", version, header length, a Python dictionary as text, the elements.
 */
const DESCR = Object.fromEntries(
  ARRAY_DTYPES.map((d) => [d, `${dtypeInfo[d].bytes === 1 ? '|' : '<'}${dtypeInfo[d].code}`]),
) as Readonly<Record<DType, string>>

const MAGIC = '\x93NUMPY'

/** The bytes of a `.npy` file (version 1.0) with the array's elements in C order. */
export function encodeNpy(value: Node): Uint8Array {
  const { shape, dtype } = value
  const tuple = shape.length === 1 ? `(${shape[0]},)` : `(${shape.join(', ')})`
  const text = `{'descr': '${DESCR[dtype]}', 'fortran_order': False, 'shape': ${tuple}, }`
  // Padded so that the elements begin at a multiple of 64 bytes.
  const header = `${text.padEnd(Math.ceil((text.length + 11) / 64) * 64 - 11)}\n`
  return borrow([value], (data) => {
    const bytes = new Uint8Array(10 + header.length + data.byteLength)
    for (let i = 0; i < 6; i++) bytes[i] = MAGIC.charCodeAt(i)
    bytes.set([1, 0, header.length & 255, header.length >> 8], 6)
    for (let i = 0; i < header.length; i++) bytes[10 + i] = header.charCodeAt(i)
    bytes.set(new Uint8Array(data.buffer, data.byteOffset, data.byteLength), 10 + header.length)
    return bytes
  })
}

interface Header {
  readonly dtype: DType
  /** Whether the elements are in the other byte order. */
  readonly swapped: boolean
  readonly columns: boolean
  readonly shape: number[]
  /** Where the elements begin. */
  readonly start: number
}

/** Longest header that is read: of 64 axes it needs about 1,500 bytes. */
const LONGEST = 65_536

/** The array in the bytes of a `.npy` file, of either byte order and either element order. Throws `DTypeError` for other elements, `ValueError` for what is no such file or a damaged one. */
export function decodeNpy(bytes: Uint8Array, what = 'load'): NdArray {
  const { dtype, swapped, columns, shape, start } = header(bytes, what)
  const body = elements(bytes.subarray(start), dtype, shape, swapped, what)
  return wrap(leaf(columns ? fromColumns(body, dtype, shape) : body, shape))
}

function header(bytes: Uint8Array, what: string): Header {
  const short = (): never => {
    throw new ValueError(`${what}: the file is cut short: ${bytes.length} bytes do not hold its header`)
  }
  for (let i = 0; i < Math.min(6, bytes.length); i++)
    if (bytes[i] !== MAGIC.charCodeAt(i)) throw new ValueError(`${what}: this is no .npy file`)
  if (bytes.length < 12) short()
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength)
  const version = bytes[6]!
  if (version < 1 || version > 3) throw new ValueError(`${what}: version ${version} of the .npy format, expected 1, 2 or 3`)
  const first = version === 1 ? 10 : 12
  const length = version === 1 ? view.getUint16(8, true) : view.getUint32(8, true)
  if (length > LONGEST) throw new ValueError(`${what}: a header of ${length} bytes, expected at most ${LONGEST}`)
  if (first + length > bytes.length) short()
  return { ...described(new TextDecoder('latin1').decode(bytes.subarray(first, first + length)), what), start: first + length }
}

/** The dictionary in the header: these three keys, each once, and nothing else. */
const ENTRY = /\s*'(descr|fortran_order|shape)'\s*:\s*('[^']*'|True|False|\([\d\s,L]*\))\s*(?:,|$)/y

function described(text: string, what: string): Omit<Header, 'start'> {
  const found: Record<string, string> = {}
  const inner = /^\s*\{(.*)\}\s*$/s.exec(text)?.[1]?.trimEnd()
  const bad = (): never => {
    throw new ValueError(`${what}: cannot read the header ${JSON.stringify(text.trim().slice(0, 200))}`)
  }
  if (inner === undefined) return bad()
  ENTRY.lastIndex = 0
  while (ENTRY.lastIndex < inner.length) {
    const m = ENTRY.exec(inner)
    if (m === null || m[1]! in found) return bad()
    found[m[1]!] = m[2]!
  }
  const { descr, fortran_order: order, shape: tuple } = found
  if (!descr?.startsWith("'") || (order !== 'True' && order !== 'False') || !tuple?.startsWith('(')) return bad()
  const type = descr.slice(1, -1)
  const dtype = (Object.keys(DESCR) as DType[]).find((d) => DESCR[d].slice(1) === type.slice(1))
  if (dtype === undefined || !'<>=|'.includes(type[0]!))
    throw new DTypeError(`${what}: elements of type ${descr} are not supported`)
  return { dtype, swapped: type[0] === '>', columns: order === 'True', shape: lengths(tuple, what) }
}

/** The lengths in a tuple: `(2, 3)`, `(2,)`, `()`; Python 2 wrote `2L`. */
function lengths(tuple: string, what: string): number[] {
  const words = tuple.slice(1, -1).replace(/,\s*$/, '').split(',')
  const list = words.length === 1 && words[0]!.trim() === '' ? [] : words
  return shapeOf(
    what,
    list.map((word) => {
      const digits = /^\s*(\d+)L?\s*$/.exec(word)?.[1]
      if (digits === undefined) throw new ValueError(`${what}: the shape ${tuple} in the header is none`)
      return Number(digits)
    }),
  )
}

/** The elements; how many there must be is compared with how many bytes there are before any memory is taken. */
function elements(bytes: Uint8Array, dtype: DType, shape: readonly number[], swapped: boolean, what: string): Memory {
  const width = dtypeInfo[dtype].bytes
  const size = sizeOf(shape)
  if (bytes.length < size * width)
    throw new ValueError(`${what}: the file is cut short: ${bytes.length} bytes for ${size} elements of ${dtype}`)
  const memory = memoryOf(dtype, size)
  fromBytes(memory, bytes.subarray(0, size * width))
  const to = new Uint8Array(memory.data.buffer, memory.data.byteOffset, size * width)
  if (swapped) for (let at = 0; at < to.length; at += width) to.subarray(at, at + width).reverse()
  return memory
}

function fromColumns(source: Memory, dtype: DType, shape: readonly number[]): Memory {
  const memory = memoryOf(dtype, sizeOf(shape))
  const from = source.data as unknown as Scalar[]
  const to = memory.data as unknown as Scalar[]
  const strides = shape.map((_, i) => sizeOf(shape.slice(0, i)))
  forEachIndex(shape, strides, 0, (flat, at) => {
    to[flat] = from[at]!
  })
  return memory
}
