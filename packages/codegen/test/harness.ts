import { scratchBytes, toPrimitives } from '@weldarray/codegen'
import { compile, inspect } from '@weldarray/codegen/compile'
import {
  allocate,
  BLOCK,
  convert,
  type DType,
  dtypeInfo,
  meaningOf,
  PLACE,
  reduceRun,
  type Scalar,
  type TypedArray,
  viewOver,
} from '@weldarray/ir'
import { type Kernel, paramLayout } from '@weldarray/optimizer'

export const memory = new WebAssembly.Memory({ initial: 256, maximum: 65536, shared: true })

/** mulberry32: small, seeded. */
export function random(seed: number): () => number {
  let a = seed >>> 0
  return () => {
    a = (a + 0x6d2b79f5) >>> 0
    let t = Math.imul(a ^ (a >>> 15), 1 | a)
    t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t
    return ((t ^ (t >>> 14)) >>> 0) / 2 ** 32
  }
}

const FLOATS = [
  0,
  -0,
  1,
  -1,
  0.5,
  -0.5,
  1.5,
  2.5,
  -2.5,
  Number.NaN,
  Infinity,
  -Infinity,
  2 ** 31,
  -(2 ** 31),
  2 ** 32,
  2 ** 32 + 1,
  -(2 ** 32) - 3,
  2 ** 53,
  2 ** 63,
  -(2 ** 63),
  2 ** 64,
  2 ** 65,
  1e300,
  -1e300,
  5e-324,
  -5e-324,
  2.2250738585072014e-308,
  1.7976931348623157e308,
  4294967295.5,
  -4294967295.5,
  127.5,
  255.9,
  -128.9,
  65535.9,
  3e9,
  -3e9,
  1e19,
  -1e19,
  4503599627370497.5,
  0.1,
  1e-40,
]

/** A value of the dtype: often a special one. */
export function sample(dtype: DType, next: () => number): Scalar {
  const { kind, bytes, big } = dtypeInfo[dtype]
  const r = next()
  if (kind === 'bool') return r < 0.5 ? 0 : 1
  if (kind === 'float') {
    if (r < 0.3) return convert(FLOATS[Math.floor(next() * FLOATS.length)]!, dtype)
    if (r < 0.6) return convert((next() - 0.5) * 10 ** (next() * 12 - 3), dtype)
    if (r < 0.8) return convert(Math.floor((next() - 0.5) * 100), dtype)
    return convert((next() - 0.5) * 2 ** (next() * 2000 - 1000), dtype)
  }
  const bits = BigInt(8 * bytes)
  let v: bigint
  if (r < 0.3)
    v = [0n, 1n, -1n, 2n, 1n << (bits - 1n), (1n << (bits - 1n)) - 1n, (1n << bits) - 1n, 31n, 32n, 63n, 64n, 7n, 8n][
      Math.floor(next() * 13)
    ]!
  else if (r < 0.6) v = BigInt(Math.floor((next() - 0.5) * 40))
  else v = BigInt(Math.floor(next() * 2 ** 32)) * (1n << 32n) + BigInt(Math.floor(next() * 2 ** 32))
  const wrapped = kind === 'signed' ? BigInt.asIntN(Number(bits), v) : BigInt.asUintN(Number(bits), v)
  return big ? wrapped : Number(wrapped)
}

const normal = (next: () => number): number => (1 + next()) * 2 ** Math.floor(next() * 2046 - 1022)

/** What operations take that are not specified for all numbers. */
export const domains: Partial<Record<string, (next: () => number) => number>> = {
  pow2placed: (next) => PLACE + Math.floor(next() * 2046) - 1022,
  binade: normal,
  significand: normal,
}

/** An array as an access sees it: elements of one typed array, by stride and offset. */
export interface Operand {
  readonly array: TypedArray
  /** In elements, for all axes (rows, runs, innermost). */
  readonly strides: readonly number[]
  readonly offset: number
}

export interface Call {
  readonly kernel: Kernel
  readonly lengths: readonly number[]
  /** One for each access; for iota `array` is not read. */
  readonly operands: readonly Operand[]
  readonly params?: readonly Scalar[]
  /** Cuts of the work: rows, blocks and columns are called for in pieces of at most this size. */
  readonly pieces?: { rows?: number; blocks?: number; columns?: number }
}

export interface Outcome {
  /** The arrays of the store accesses, whole; then the partial results. */
  readonly stored: TypedArray[]
  readonly partials: TypedArray[]
}

const product = (n: readonly number[]): number => n.reduce((a, b) => a * b, 1)

/** Lengths of the parts of the nest. */
function extent({ kernel, lengths }: Call) {
  const rows = product(lengths.slice(0, kernel.rows))
  const columns = kernel.kind === 'inner' ? 1 : lengths[lengths.length - 1]!
  const reduced = kernel.kind === 'map' ? 1 : product(lengths.slice(kernel.rows, kernel.kind === 'inner' ? undefined : -1))
  return { rows, columns, reduced, blocks: kernel.kind === 'map' ? 0 : Math.ceil(reduced / BLOCK) }
}

const compiled = new Map<string, (...args: number[]) => void>()

export function instance(kernel: Kernel): (...args: number[]) => void {
  const key = JSON.stringify(kernel, (_, v) =>
    typeof v === 'bigint' ? `${v}n` : Object.is(v, -0) ? '-0' : typeof v === 'number' && !Number.isFinite(v) ? String(v) : v,
  )
  let run = compiled.get(key)
  if (run === undefined) {
    const { valid } = inspect(kernel)
    if (!valid) throw new Error('invalid module')
    const module = new WebAssembly.Module(compile(kernel) as BufferSource)
    run = new WebAssembly.Instance(module, { env: { memory } }).exports.run as (...args: number[]) => void
    compiled.set(key, run)
  }
  return run
}

/** Runs the compiled kernel on copies of the operands in shared memory. */
export function runWasm(call: Call): Outcome {
  const { kernel, lengths, operands } = call
  const run = instance(kernel)
  const layout = paramLayout(kernel)
  let next = 1024
  const take = (bytes: number, align = 8): number => {
    const at = Math.ceil(next / align) * align
    next = at + bytes
    if (next > memory.buffer.byteLength) memory.grow(Math.ceil((next - memory.buffer.byteLength) / 65536))
    return at
  }
  const params = take(4 * layout.words)
  const scratch = take(scratchBytes(kernel), 16)
  const words = new Int32Array(memory.buffer, params, layout.words)
  const { rows, columns, blocks } = extent(call)
  lengths.forEach((n, i) => {
    words[layout.lengths + i] = n
  })
  words[layout.blocks] = blocks
  const homes: number[] = []
  kernel.accesses.forEach((access, slot) => {
    const { array, strides, offset } = operands[slot]!
    const bytes = access.use === 'iota' ? 1 : array.BYTES_PER_ELEMENT
    let base = offset
    if (access.use !== 'iota') {
      homes[slot] = take(array.byteLength + 64, array.BYTES_PER_ELEMENT)
      viewOver(access.dtype, memory.buffer, homes[slot]!, array.length).set(array as never)
      base = homes[slot]! + offset * bytes
    }
    words[layout.accesses[slot]!] = base
    strides.forEach((s, axis) => {
      words[layout.accesses[slot]! + 1 + axis] = s * bytes
    })
  })
  const partials = kernel.reduces.map((r) => {
    const length = rows * blocks * columns
    const at = take(length * dtypeInfo[r.dtype].bytes)
    return { at, length, dtype: r.dtype }
  })
  partials.forEach((p, r) => {
    new Int32Array(memory.buffer, params, layout.words)[layout.reduces + r] = p.at
  })
  kernel.params.forEach((dtype, i) => {
    const stored = dtypeInfo[dtype].bytes < 4 ? 'int32' : dtype
    const at = params + 4 * (layout.params + 2 * i)
    ;(viewOver(stored, memory.buffer, at, 1) as unknown as Scalar[])[0] = call.params![i]!
  })
  const cuts = (total: number, piece: number | undefined): [number, number][] => {
    const out: [number, number][] = []
    for (let at = 0; at < total; at += piece ?? total) out.push([at, Math.min(total, at + (piece ?? total))])
    return out
  }
  const columnPiece = kernel.kind === 'outer' ? Math.min(call.pieces?.columns ?? 512, 512) : call.pieces?.columns
  for (const [row0, row1] of cuts(rows, call.pieces?.rows))
    for (const [block0, block1] of kernel.kind === 'map' ? [[0, 0]] : cuts(blocks, call.pieces?.blocks))
      for (const [col0, col1] of kernel.kind === 'inner' ? [[0, 0]] : cuts(columns, columnPiece))
        run(params, scratch, row0, row1, block0!, block1!, col0!, col1!)
  const copy = (dtype: DType, at: number, length: number): TypedArray => {
    const out = allocate(dtype, length)
    out.set(viewOver(dtype, memory.buffer, at, length) as never)
    return out
  }
  return {
    stored: kernel.accesses.flatMap((a, slot) =>
      a.use === 'store' ? [copy(a.dtype, homes[slot]!, operands[slot]!.array.length)] : [],
    ),
    partials: partials.map((p) => copy(p.dtype, p.at, p.length)),
  }
}

/** The same by the definitions of the IR, element by element. */
export function runReference(call: Call): Outcome {
  const { lengths, operands } = call
  const kernel = toPrimitives(call.kernel)
  const { rows, columns, reduced, blocks } = extent(call)
  const stored = operands.map(({ array }, slot) => {
    if (kernel.accesses[slot]!.use !== 'store') return array
    const copy = allocate(kernel.accesses[slot]!.dtype, array.length)
    copy.set(array as never)
    return copy
  })
  const functions = kernel.code.map((c) => {
    if (!('args' in c) || c.op === 'gather' || c.op === 'scan') return null
    const from = kernel.code[c.args[c.op === 'cast' ? 0 : c.args.length - 1]!]!.dtype
    return meaningOf(c.op, from)
  })
  const total = product(lengths)
  const inputs = kernel.reduces.map((r) => allocate(r.dtype, total))
  const index = lengths.map(() => 0)
  for (let flat = 0; flat < total; flat++) {
    let rest = flat
    for (let axis = lengths.length - 1; axis >= 0; axis--) {
      index[axis] = rest % lengths[axis]!
      rest = Math.floor(rest / lengths[axis]!)
    }
    const place = (slot: number): number =>
      operands[slot]!.strides.reduce((sum, s, axis) => sum + s * index[axis]!, operands[slot]!.offset)
    const values: Scalar[] = []
    kernel.code.forEach((c, i) => {
      if (c.op === 'lit') values.push('value' in c ? c.value : 0)
      else if (c.op === 'param') values.push(call.params!['slot' in c ? c.slot : 0]!)
      else if (c.op === 'iota') values.push(place('slot' in c ? c.slot : 0))
      else if (c.op === 'load')
        values.push((operands['slot' in c ? c.slot : 0]!.array as unknown as Scalar[])[place('slot' in c ? c.slot : 0)]!)
      else if ('args' in c) values.push(convert(functions[i]!(...c.args.map((a) => values[a]!)), c.dtype))
    })
    for (const s of kernel.stores) (stored[s.slot] as unknown as Scalar[])[place(s.slot)] = values[s.value]!
    kernel.reduces.forEach((r, k) => {
      ;(inputs[k] as unknown as Scalar[])[flat] = convert(values[r.value]!, r.dtype)
    })
  }
  const partials = kernel.reduces.map((r, k) => {
    const out = allocate(r.dtype, rows * blocks * columns)
    for (let row = 0; row < rows; row++)
      for (let block = 0; block < blocks; block++)
        for (let column = 0; column < columns; column++) {
          const first = block * BLOCK
          const offset = (row * reduced + first) * columns + column
          const length = Math.min(BLOCK, reduced - first)
          const values = inputs[k] as unknown as Scalar[]
          ;(out as unknown as Scalar[])[(row * blocks + block) * columns + column] = reduceRun(
            r.op,
            r.dtype,
            values,
            offset,
            columns,
            length,
            kernel.kind === 'inner',
          )
        }
    return out
  })
  return { stored: stored.filter((_, slot) => kernel.accesses[slot]!.use === 'store'), partials }
}

/** Where two outcomes differ, in words; '' if nowhere. NaN equals NaN, 0 differs from -0. */
export function difference(a: Outcome, b: Outcome): string {
  const all = (o: Outcome): TypedArray[] => [...o.stored, ...o.partials]
  const [left, right] = [all(a), all(b)]
  for (let k = 0; k < left.length; k++)
    for (let i = 0; i < left[k]!.length; i++)
      if (!Object.is(left[k]![i], right[k]![i])) return `result ${k}[${i}]: got ${left[k]![i]}, expected ${right[k]![i]}`
  return ''
}
