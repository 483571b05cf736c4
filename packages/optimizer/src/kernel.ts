import type { DType, IndexMode, MapOp, ReduceOp, Scalar, ScanOp } from '@weldarray/ir'

/**
 * A kernel: one loop nest, as the code generator gets it. It names no memory, no shape and no user constant:
 * those are in the parameter block, so that one compiled kernel serves all of them. Its operations are those of the graph: what
 * elementary functions are made of, the code generator alone has to know. JavaScript runs it as it is.
 *
 * The loop nest, from the outside in:
 *
 *   kept axes (`rows` of them, flattened into one row number)
 *     reduced axes
 *       the innermost axis, along which the vectors run
 *
 * - `map`: nothing is reduced.
 * - `inner`: the innermost axis is reduced, with `runs` further reduced axes around it; a row yields one number a block.
 * - `outer`: the innermost axis is kept (columns); `runs` (≥ 1) reduced axes around it; a row yields a number a column and block.
 *
 * A scan goes along the axis that is reduced, and has a value for every element, which is stored, or which further instructions take. `inner`
 * kernels with scans have no `runs`; their rows are cut into blocks of `SCAN_BLOCK`, and they run twice where there is more than one: first the
 * code of `totalsOf` alone, for each block but the last, then everything. `outer` kernels with scans have one axis in `runs`, and one block.
 */
export interface Kernel<Op extends MapOp = MapOp, Join = ReduceOp> {
  readonly kind: 'map' | 'inner' | 'outer'
  readonly rows: number
  readonly runs: number
  readonly accesses: readonly Access[]
  /** dtypes of the user's constants. */
  readonly params: readonly DType[]
  /** In order of computation; an instruction's value is named by its index. */
  readonly code: readonly Instruction<Op>[]
  readonly stores: readonly Store[]
  readonly reduces: readonly Reduce<Join>[]
  /** Scans, all along the axis that is reduced; with any there are no reductions. */
  readonly scans: readonly Scan[]
  /** A kernel with any has no rows axes, nothing else, and is called with the elements of one part. */
  readonly scatters: readonly Scatter[]
}

/** How an access moves along the innermost axis: by one element, not at all, or by a stride in the parameter block. */
export type Inner = 'unit' | 'zero' | 'any'

/**
 * Something addressed by an affine function of the loop indices: memory read, memory written, or (iota) the address itself. To the
 * address of a gather or a scatter the body adds what an index tells.
 */
export interface Access {
  readonly use: 'load' | 'iota' | 'store' | 'gather' | 'scatter'
  readonly dtype: DType
  readonly inner: Inner
  /** Of a gather or a scatter: what becomes of indices outside. */
  readonly mode?: IndexMode
}

export type Instruction<Op extends MapOp = MapOp> =
  /** `slot` is an index into `accesses`. */
  | { readonly op: 'load' | 'iota'; readonly dtype: DType; readonly slot: number }
  /** `slot` is an index into `params`. */
  | { readonly op: 'param'; readonly dtype: DType; readonly slot: number }
  /** `slot` is an index into `accesses`, the only argument the index: int32, bigint64 or float64. */
  | { readonly op: 'gather'; readonly dtype: DType; readonly slot: number; readonly args: readonly number[] }
  /** `scan` is an index into `scans`, the only argument its value: what the elements up to this one come to. */
  | { readonly op: 'scan'; readonly dtype: DType; readonly scan: number; readonly args: readonly number[] }
  | { readonly op: 'lit'; readonly dtype: DType; readonly value: Scalar }
  | { readonly op: Op; readonly dtype: DType; readonly args: readonly number[] }

export interface Store {
  /** Index into `accesses`. */
  readonly slot: number
  /** Index into `code`; has the access's dtype. */
  readonly value: number
}

export interface Reduce<Op = ReduceOp> {
  readonly op: Op
  readonly dtype: DType
  readonly value: number
}

/** What the elements of a line come to, one after the other. */
export type Scan = Reduce<ScanOp>

/** Adds a value to the bin that an index tells, among the bins of the part that the call works on. */
export interface Scatter {
  /** Index into `accesses`, whose dtype the sums have. */
  readonly slot: number
  /** Indices into `code`. */
  readonly index: number
  readonly value: number
}

/** The instructions whose values are wanted when an element's work is done. */
export const resultsOf = <Op extends MapOp>({ stores, reduces, scatters }: Kernel<Op, ScanOp>): number[] => [
  ...stores.map((s) => s.value),
  ...reduces.map((r) => r.value),
  ...scatters.flatMap((s) => [s.index, s.value]),
]

/** Which lines of straight-line code some of its values need. */
export function neededFor(code: readonly object[], values: readonly number[]): boolean[] {
  const needed = code.map(() => false)
  for (const value of values) needed[value] = true
  for (let i = code.length - 1; i >= 0; i--) {
    const line: { readonly args?: readonly number[] } = code[i]!
    if (needed[i]) for (const a of line.args ?? []) needed[a] = true
  }
  return needed
}

/** The kernel without lines that nothing needs, among them those that only its scans do. */
export function withoutUnused<Op extends MapOp>(kernel: Kernel<Op, ScanOp>): Kernel<Op, ScanOp> {
  const { code, stores, reduces, scatters } = kernel
  const needed = neededFor(code, resultsOf(kernel))
  const place: number[] = []
  const own: Instruction<Op>[] = []
  code.forEach((c, i) => {
    if (!needed[i]) return
    place[i] = own.length
    own.push('args' in c ? { ...c, args: c.args.map((a) => place[a]!) } : c)
  })
  const moved = <R extends { readonly value: number }>(r: R): R => ({ ...r, value: place[r.value]! })
  return {
    ...kernel,
    code: own,
    stores: stores.map(moved),
    reduces: reduces.map(moved),
    scans: [],
    scatters: scatters.map((s) => ({ ...moved(s), index: place[s.index]! })),
  }
}

/**
 * The first phase of a kernel with scans: what the elements of a block come to, as a reduction. Its accesses, and with them its parameter block,
 * are the kernel's.
 */
export const totalsOf = <Op extends MapOp>(kernel: Kernel<Op, ScanOp>): Kernel<Op, ScanOp> =>
  withoutUnused({ ...kernel, stores: [], reduces: kernel.scans, scans: [], scatters: [] })

/** Whether the body tells where an access goes. */
export const isComputed = ({ use }: Access): boolean => use === 'gather' || use === 'scatter'

/**
 * # The parameter block
 *
 * 32-bit words, little-endian, at an address that is a multiple of 8:
 *
 *   lengths     rows words, then runs words, then one for the innermost axis
 *   blocks      one word: number of blocks a reduced run is cut into (ceil(run length / BLOCK)); with scatters, elements of a part
 *   accesses    each: base, then the strides of the rows axes, the runs axes and the innermost axis.
 *               base and strides are in bytes; for iota they count in ones
 *   reduces     each, and each scan: the address of its partial results
 *   gathers     for each access that is one, or a scatter: the bytes from an index to the next, and how many elements there are (bins of a part);
 *               then, if there is any, a status word: 0, until an index is outside
 *   phase       with scans: 0 for the totals of blocks, 1 for the scans
 *   padding     to a multiple of two words
 *   params      two words each: the value in its own dtype in the low bytes (small integers and bool as i32)
 *
 * Partial results of a reduction are elements of its dtype at index `row·blocks + block` (`inner`) or
 * `(row·blocks + block)·N + column` (`outer`, N the innermost length). Those of a scan, a number a block, are replaced before phase 1 by
 * what each block but the first begins with.
 */
export interface ParamLayout {
  readonly lengths: number
  readonly blocks: number
  /** First word of each access. */
  readonly accesses: readonly number[]
  readonly reduces: number
  /** First word of each access that is a gather or a scatter; -1 of the others. */
  readonly gathers: readonly number[]
  /** -1 where nothing can go wrong. */
  readonly status: number
  /** -1 where nothing is scanned. */
  readonly phase: number
  readonly params: number
  /** Total number of words. */
  readonly words: number
}

export function paramLayout(
  kernel: Pick<Kernel<MapOp, ScanOp>, 'rows' | 'runs' | 'accesses' | 'params' | 'reduces' | 'scans'>,
): ParamLayout {
  const axes = kernel.rows + kernel.runs + 1
  const blocks = axes
  const accesses = kernel.accesses.map((_, i) => blocks + 1 + i * (1 + axes))
  const reduces = blocks + 1 + kernel.accesses.length * (1 + axes)
  let next = reduces + kernel.reduces.length + kernel.scans.length
  const gathers = kernel.accesses.map((a) => (isComputed(a) ? (next += 2) - 2 : -1))
  const status = gathers.some((g) => g >= 0) ? next++ : -1
  const phase = kernel.scans.length > 0 ? next++ : -1
  const params = (next + 1) & ~1
  return { lengths: 0, blocks, accesses, reduces, gathers, status, phase, params, words: params + 2 * kernel.params.length }
}
