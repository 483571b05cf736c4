import { type DType, DTypeError, dtypeInfo, forEachIndex, type Scalar, ShapeError, sizeOf } from '@weldarray/ir'
import { leaf, type Value } from '@weldarray/runtime'
import { borrow, memoryOf, type NdArray, wrap } from './seam.js'

/*
 * NumPy's file format for one array: "\x93NUMPY", version, header length, a Python dictionary as text, the elements.
 */
const DESCR: Readonly<Record<DType, string>> = {
  bool: '|b1',
  int8: '|i1',
  uint8: '|u1',
  int16: '<i2',
  uint16: '<u2',
  int32: '<i4',
  uint32: '<u4',
  bigint64: '<i8',
  biguint64: '<u8',
  float32: '<f4',
  float64: '<f8',
}

const MAGIC = '\x93NUMPY'

/** The bytes of a `.npy` file (version 1.0) with the array's elements in C order. */
export function encodeNpy(value: Value): Uint8Array {
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

/** The array in the bytes of a `.npy` file, of either byte order and either element order. Throws `DTypeError` for others. */
export function decodeNpy(bytes: Uint8Array, what = 'load'): NdArray {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength)
  for (let i = 0; i < 6; i++) if (bytes[i] !== MAGIC.charCodeAt(i)) throw new DTypeError(`${what}: this is no .npy file`)
  const long = bytes[6]! >= 2
  const start = long ? 12 : 10
  const length = long ? view.getUint32(8, true) : view.getUint16(8, true)
  const header = new TextDecoder('latin1').decode(bytes.subarray(start, start + length))
  const descr = /'descr'\s*:\s*'([^']*)'/.exec(header)?.[1]
  const order = /'fortran_order'\s*:\s*(True|False)/.exec(header)?.[1]
  const tuple = /'shape'\s*:\s*\(([^)]*)\)/.exec(header)?.[1]
  if (descr === undefined || order === undefined || tuple === undefined)
    throw new DTypeError(`${what}: cannot read the header ${header.trim()}`)
  const dtype = (Object.keys(DESCR) as DType[]).find((d) => DESCR[d].slice(1) === descr.slice(1))
  if (dtype === undefined) throw new DTypeError(`${what}: elements of type '${descr}' are not supported`)
  const shape = tuple
    .split(',')
    .filter((n) => n.trim() !== '')
    .map(Number)
  const body = elementBytes(bytes.subarray(start + length), dtype, sizeOf(shape), descr[0] === '>', what)
  return wrap(leaf(order === 'True' ? fromColumns(body, dtype, shape) : body, shape))
}

function elementBytes(
  bytes: Uint8Array,
  dtype: DType,
  size: number,
  swapped: boolean,
  what: string,
): ReturnType<typeof memoryOf> {
  const width = dtypeInfo[dtype].bytes
  if (bytes.length < size * width)
    throw new ShapeError(`${what}: the file is cut short: ${bytes.length} bytes for ${size} elements of ${dtype}`)
  const memory = memoryOf(dtype, size)
  const to = new Uint8Array(memory.data.buffer, memory.data.byteOffset, size * width)
  to.set(bytes.subarray(0, size * width))
  if (swapped) for (let at = 0; at < to.length; at += width) to.subarray(at, at + width).reverse()
  return memory
}

function fromColumns(source: ReturnType<typeof memoryOf>, dtype: DType, shape: readonly number[]): ReturnType<typeof memoryOf> {
  const memory = memoryOf(dtype, sizeOf(shape))
  const from = source.data as unknown as Scalar[]
  const to = memory.data as unknown as Scalar[]
  const strides = shape.map((_, i) => sizeOf(shape.slice(0, i)))
  forEachIndex(shape, strides, 0, (flat, at) => {
    to[flat] = from[at]!
  })
  return memory
}
