import { zipSync } from 'fflate'
import { describe, expect, test } from 'vitest'
import * as np from 'weldarray'
import { fixture } from '../support/fixtures.js'

const files = fixture<Record<string, string>>('files')
const bytesOf = (name: string): Uint8Array => new Uint8Array(Buffer.from(files[name]!, 'base64'))

/** A `.npy` file with a header of one's own. */
function npy(shape: string, { descr = "'<f8'", order = 'False', body = 8 } = {}): Uint8Array {
  const text = `{'descr': ${descr}, 'fortran_order': ${order}, 'shape': ${shape}, }`
  const padded = `${text.padEnd(Math.ceil((text.length + 11) / 64) * 64 - 11)}\n`
  const bytes = new Uint8Array(10 + padded.length + body)
  bytes.set([0x93, 78, 85, 77, 80, 89, 1, 0, padded.length & 255, padded.length >> 8])
  for (let i = 0; i < padded.length; i++) bytes[10 + i] = padded.charCodeAt(i)
  return bytes
}

/** Loads, and uses, what it may be: an array, an archive, or an error of this library. */
function loads(bytes: Uint8Array): 'arrays' | 'error' {
  try {
    const found = np.load(bytes)
    for (const a of found instanceof np.NdArray ? [found] : Object.values(found)) expect([String(a), a.size]).toBeDefined()
    return 'arrays'
  } catch (error) {
    if (!(error instanceof np.WeldError)) throw error
    return 'error'
  }
}

const archive = (): Uint8Array => zipSync({ 'x.npy': bytesOf('d'), 'y.npy': bytesOf('fortran') }, { level: 6 })

test('a file cut at any byte is an error of this library', () => {
  for (const whole of [bytesOf('d'), bytesOf('fortran'), bytesOf('scalar'), archive()])
    for (let n = 0; n < whole.length; n++) expect([n, loads(whole.subarray(0, n))]).toEqual([n, 'error'])
})

test('a file changed at any byte is an array or an error of this library', () => {
  for (const whole of [bytesOf('?'), archive()])
    for (let at = 0; at < whole.length; at++)
      for (const to of [0, 0x39, 0xff, whole[at]! ^ 1]) {
        const bytes = whole.slice()
        bytes[at] = to
        loads(bytes)
      }
})

test('damage to the elements in an archive is found', () => {
  const whole = zipSync({ 'x.npy': bytesOf('d') }, { level: 0 })
  // Inside the stored elements, which are the last of the file before the directory.
  // After the header of the array, which ends its only line; the archive's own headers have the time in them, of which a byte may be 0x0a.
  const at = whole.indexOf(0x0a, Buffer.from(whole).indexOf('NUMPY')) + 9
  whole[at]! ^= 1
  expect(() => np.load(whole)).toThrow(/checksum differs/)
})

describe('shapes that no array has', () => {
  test.each([
    '(-1,)',
    '(1.5,)',
    '(1e9,)',
    '(2, -2)',
    '(abc,)',
    '(0x10,)',
    '1',
    '(9007199254740993,)',
    '(99999999999, 99999999999)',
  ])('%s', (shape) => {
    expect(() => np.load(npy(shape))).toThrow(np.WeldError)
  })
  test('more than 64 axes', () => {
    expect(() => np.load(npy(`(${'1, '.repeat(20_000)})`))).toThrow(np.WeldError)
    expect(() => np.load(npy(`(${'1, '.repeat(65)})`))).toThrow(/65 axes, expected at most 64/)
    expect((np.load(npy(`(${'1, '.repeat(64)})`)) as np.NdArray).ndim).toBe(64)
  })
  test('more elements than the file has bytes for, told before memory is taken', () => {
    expect(() => np.load(npy('(1000000000000,)'))).toThrow(/cut short: 8 bytes for 1000000000000 elements/)
    expect(() => np.load(npy('(1000000000000,)', { order: 'True' }))).toThrow(/cut short/)
  })
  test('no elements but long axes: printed at once', () => {
    const empty = np.load(npy('(1000000000, 0)')) as np.NdArray
    expect(String(empty)).toBe('[]')
    expect(empty.shape).toEqual([1e9, 0])
  })
})

test('headers with other keys, twice the same key, or other elements', () => {
  for (const descr of ["'<f2'", "'O'", "'|V8'", "'<c16'", "'<U3'", "''", "'Xf8'"])
    expect(() => np.load(npy('(1,)', { descr }))).toThrow(np.WeldError)
  expect(() => np.load(npy("(1,), 'shape': (1,)"))).toThrow(/cannot read the header/)
  expect(() => np.load(npy("(1,), 'other': (1,)"))).toThrow(/cannot read the header/)
})

test('a small archive does not become gigabytes unasked', () => {
  // The directory says how much there will be; nothing is unpacked where that is too much, or not what there is.
  const claiming = (size: number): Uint8Array => {
    const bytes = zipSync({ 'x.npy': bytesOf('d') }, { level: 6 })
    const view = new DataView(bytes.buffer, bytes.byteOffset)
    const directory = view.getUint32(bytes.length - 6, true)
    view.setUint32(directory + 24, size, true)
    return bytes
  }
  expect(() => np.load(claiming(1e9))).toThrow(/holds 1000000000 bytes, more than 268435456; .* \{ maxBytes: 1000000000 \}/)
  // Unpacking stops there.
  expect(() => np.load(claiming(10))).toThrow(/larger than 10 bytes/)
  expect(() => np.load(claiming(1000))).toThrow(np.ValueError)
  expect(() => np.load(archive(), { maxBytes: 100 })).toThrow(np.ValueError)
  expect(() => np.load(bytesOf('d'), { maxBytes: 100 })).toThrow(/more than maxBytes, 100/)
  expect(Object.keys(np.load(archive(), { maxBytes: 1e6 }))).toEqual(['x', 'y'])
})

test('bytes of bool files other than 0 and 1 are true', () => {
  const file = npy('(4,)', { descr: "'|b1'", body: 4 })
  file.set([0, 1, 2, 255], file.length - 4)
  for (const b of [
    np.load(file) as np.NdArray,
    np.frombuffer(Uint8Array.of(0, 1, 2, 255), 'bool'),
    np.frombuffer(Uint8Array.of(0, 1, 2, 255), { dtype: 'bool' } as never),
  ]) {
    expect(b.tolist()).toEqual([false, true, true, true])
    expect(b.sum().tolist()).toEqual(np.array([false, true, true, true]).sum().tolist())
    expect(Array.from(b.data as unknown as Uint8Array)).toEqual([0, 1, 1, 1])
  }
})
