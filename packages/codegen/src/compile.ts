import type { Kernel } from '@weldarray/optimizer'
import binaryen from 'binaryen'
import { writeLibrary } from './library/build.js'
import type { LibraryKernel } from './library/kernel.js'
import { toPrimitives } from './primitives.js'
import { ARGUMENTS, Frame } from './wasm/frame.js'
import { fmodBody } from './wasm/helpers.js'
import { innerNest } from './wasm/nest-inner.js'
import { mapNest } from './wasm/nest-map.js'
import { outerNest } from './wasm/nest-outer.js'
import { scanNest } from './wasm/nest-scan.js'
import { PI_LANES, piPartBody, piWordBody } from './wasm/pi-remainder.js'
import { planOf } from './wasm/plan.js'
import { Scope, type Wasm } from './wasm/scope.js'

const MAX_PAGES = 65536

const types: Wasm['types'] = {
  i32: binaryen.i32,
  i64: binaryen.i64,
  f32: binaryen.f32,
  f64: binaryen.f64,
  v128: binaryen.v128,
  none: binaryen.none,
}

const nests = { map: mapNest, inner: (f: Frame) => innerNest(f), outer: outerNest } as const

const nestOf = ({ kind, scans }: Pick<Kernel, 'kind' | 'scans'>): ((f: Frame) => void) =>
  kind === 'inner' && scans.length > 0 ? scanNest : nests[kind]

/** Functions a kernel may call. */
const helpers: Readonly<Record<string, { params: readonly number[]; result: number; body: (e: Scope) => void }>> = {
  fmod: { params: [types.f64, types.f64], result: types.f64, body: fmodBody },
  ...Object.fromEntries(
    Array.from({ length: PI_LANES }, (_, lane) => [
      `pi_part${lane}`,
      { params: [types.f64, types.i32], result: types.f64, body: (e: Scope) => piPartBody(e, lane) },
    ]),
  ),
  pi_word: { params: [types.i32], result: types.i64, body: piWordBody },
}

/** What can be compiled: loops that the optimizer made, and the kernels of the library. */
export type Compilable = Kernel | LibraryKernel

function build(kernel: Compilable): binaryen.Module {
  const m = new binaryen.Module()
  m.setFeatures(
    binaryen.Features.Atomics |
      binaryen.Features.SIMD128 |
      binaryen.Features.NontrappingFPToInt |
      binaryen.Features.SignExt |
      binaryen.Features.BulkMemory |
      binaryen.Features.BulkMemoryOpt,
  )
  m.setMemory(1, MAX_PAGES, null, [], true, false, '0')
  m.addMemoryImport('0', 'env', 'memory', true)
  const needed = new Set<string>()
  const wasm: Wasm = { m, types, helper: (name) => needed.add(name) }

  const parameters = ARGUMENTS.map(() => types.i32)
  const e = new Scope(wasm, parameters)
  const body = e.block(() => {
    if (kernel.kind === 'library') {
      writeLibrary(e, kernel)
      return
    }
    const [row0, row1, block0, block1, col0, col1] = [2, 3, 4, 5, 6, 7].map((i) => e.parameter(i).get)
    const empty = (from: (() => number) | undefined, to: (() => number) | undefined): number => m.i32.ge_u(from!(), to!())
    e.if(empty(row0, row1), () => e.emit(m.return()))
    if (kernel.kind !== 'map') e.if(empty(block0, block1), () => e.emit(m.return()))
    if (kernel.kind !== 'inner') e.if(empty(col0, col1), () => e.emit(m.return()))
    const frame = new Frame(e, planOf(toPrimitives(kernel)))
    nestOf(kernel)(frame)
    frame.tell()
  })
  m.addFunction('run', binaryen.createType([...parameters]), types.none, e.vars, body)
  m.addFunctionExport('run', 'run')
  for (const name of needed) {
    const { params, result, body: write } = helpers[name]!
    const scope = new Scope(wasm, params)
    const block = scope.block(() => write(scope))
    m.addFunction(name, binaryen.createType([...params]), result, scope.vars, m.block(null, [block, m.unreachable()], result))
  }
  return m
}

/**
 * Compiles a kernel to a WebAssembly module that imports `env.memory` (shared) and exports
 *
 *     run(params, scratch, row0, row1, block0, block1, col0, col1)
 *
 * `params` is the address of the parameter block, `scratch` that of `scratchBytes(kernel)` bytes (a multiple of 16).
 * Rows [row0, row1) are worked on; of each row, for `map` and `outer`, columns [col0, col1) (`outer`: at most
 * `columnsAtOnce` of them); for `inner` and `outer` blocks [block0, block1) of the reduced sequence.
 * Calls on disjoint ranges touch disjoint results.
 */
export function compile(kernel: Compilable): Uint8Array {
  const m = build(kernel)
  try {
    return m.emitBinary()
  } finally {
    m.dispose()
  }
}

/** The module as text, and whether it is valid: for tests and for looking at. */
export function inspect(kernel: Compilable): { text: string; valid: boolean } {
  const m = build(kernel)
  try {
    return { text: m.emitText(), valid: m.validate() === 1 }
  } finally {
    m.dispose()
  }
}
