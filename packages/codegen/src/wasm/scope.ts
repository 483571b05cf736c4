import type { Lane } from '@weldarray/ir'
import type binaryen from 'binaryen'
import type { Width } from './lanes.js'

/** A Binaryen expression. Expressions form trees: each may be used once. */
export type Ref = number
/** Makes a fresh expression for the same value each time it is called, so that a value can be used more than once. */
export type Arg = () => Ref
export type WasmType = number

/** The instructions of one value type (`m.f64`, `m.i32x4`, …), looked up by name. */
export type Ops = Readonly<Record<string, (...args: Ref[]) => Ref>>

export interface Local {
  readonly index: number
  readonly type: WasmType
  readonly get: Arg
}

/** The module under construction and what is shared by its functions. */
export interface Wasm {
  readonly m: binaryen.Module
  readonly types: Readonly<Record<Lane | 'v128' | 'none', WasmType>>
  /** Makes sure that the named helper function is part of the module. */
  readonly helper: (name: string) => void
}

/** The SIMD instructions for lanes of integers, by their width, and of floats. */
const INTEGERS = { 1: 'i8x16', 2: 'i16x8', 4: 'i32x4', 8: 'i64x2' } as const
const FLOATS = { f32: 'f32x4', f64: 'f64x2' } as const

const natural = (lane: Lane): Width => (lane === 'i32' || lane === 'f32' ? 4 : 8)

/**
 * A function being written: its locals and the statements so far. Locals are taken from and given back to a pool,
 * since V8 makes a phi for every local that a loop assigns and allows 50,000 of them.
 */
export class Scope {
  readonly vars: WasmType[] = []
  private readonly pool = new Map<WasmType, Local[]>()
  private statements: Ref[] = []
  private temporaries: Local[] = []
  private labels = 0
  readonly m: binaryen.Module

  constructor(
    readonly wasm: Wasm,
    private readonly parameters: readonly WasmType[],
  ) {
    this.m = wasm.m
  }

  parameter(index: number): Local {
    const type = this.parameters[index]!
    return { index, type, get: () => this.m.local.get(index, type) }
  }

  local(type: WasmType): Local {
    const free = this.pool.get(type)?.pop()
    if (free !== undefined) return free
    const index = this.parameters.length + this.vars.length
    this.vars.push(type)
    return { index, type, get: () => this.m.local.get(index, type) }
  }

  release(local: Local): void {
    const free = this.pool.get(local.type)
    if (free === undefined) this.pool.set(local.type, [local])
    else free.push(local)
  }

  emit(statement: Ref): void {
    this.statements.push(statement)
  }

  set(local: Local, value: Ref): void {
    this.statements.push(this.m.local.set(local.index, value))
  }

  /** A new local that holds `value`. */
  hold(type: WasmType, value: Ref): Local {
    const local = this.local(type)
    this.set(local, value)
    return local
  }

  /** A name for an intermediate value; it lasts until the enclosing `scoped` ends. */
  let(type: WasmType, value: Ref): Arg {
    const local = this.temporary(type)
    this.set(local, value)
    return local.get
  }

  /** A local without a value yet, which lasts as long. */
  temporary(type: WasmType): Local {
    const local = this.local(type)
    this.temporaries.push(local)
    return local
  }

  letI32 = (value: Ref): Arg => this.let(this.wasm.types.i32, value)
  letV128 = (value: Ref): Arg => this.let(this.wasm.types.v128, value)

  scoped<T>(body: () => T): T {
    const outer = this.temporaries
    this.temporaries = []
    const result = body()
    for (const t of this.temporaries) this.release(t)
    this.temporaries = outer
    return result
  }

  /** The statements that `body` emits, as one block. */
  block(body: () => void, label: string | null = null): Ref {
    const outer = this.statements
    this.statements = []
    body()
    const inner = this.m.block(label, this.statements, this.wasm.types.none)
    this.statements = outer
    return inner
  }

  if(condition: Ref, then: () => void, otherwise?: () => void): void {
    const yes = this.block(then)
    this.emit(otherwise === undefined ? this.m.if(condition, yes) : this.m.if(condition, yes, this.block(otherwise)))
  }

  /** A loop tested at the bottom: `body` returns the condition for another round. */
  doWhile(body: () => Ref): void {
    const label = `L${this.labels++}`
    const inner = this.block(() => {
      const again = body()
      this.emit(this.m.br_if(label, again))
    })
    this.emit(this.m.loop(label, inner))
  }

  /** A loop that goes on until `leave`, which `body` gets, is given a condition that holds; `again` begins the next round at once. */
  forever(body: (leave: (condition: Ref) => void, again: () => void) => void): void {
    const n = this.labels++
    const inner = this.block(() => {
      body(
        (condition) => this.emit(this.m.br_if(`X${n}`, condition)),
        () => this.emit(this.m.br(`L${n}`)),
      )
      this.emit(this.m.br(`L${n}`))
    })
    this.emit(this.m.block(`X${n}`, [this.m.loop(`L${n}`, inner)], this.wasm.types.none))
  }

  /** Scalar instructions of a lane type. */
  s(lane: Lane): Ops {
    return this.m[lane] as unknown as Ops
  }

  /** SIMD instructions of a lane type; those of integers also for shorter lanes. */
  v(lane: Lane, width: Width = natural(lane)): Ops {
    return this.m[lane === 'f32' || lane === 'f64' ? FLOATS[lane] : INTEGERS[width]] as unknown as Ops
  }

  i32 = (value: number): Ref => this.m.i32.const(value | 0)

  /** A constant of a lane type: bigint for i64. */
  constant(lane: Lane, value: number | bigint): Ref {
    switch (lane) {
      case 'i32':
        return this.m.i32.const(Number(value) | 0)
      case 'i64':
        return this.m.i64.const(BigInt.asIntN(64, BigInt(value)))
      case 'f32':
        return this.m.f32.const(Number(value))
      case 'f64':
        return this.m.f64.const(Number(value))
    }
  }

  /** A vector constant with the value in every lane. */
  splatConstant(lane: Lane, value: number | bigint, width: Width = natural(lane)): Ref {
    const view = new DataView(new ArrayBuffer(16))
    for (let at = 0; at < 16; at += width) {
      if (lane === 'f32') view.setFloat32(at, Number(value), true)
      else if (lane === 'f64') view.setFloat64(at, Number(value), true)
      else if (width === 8) view.setBigInt64(at, BigInt.asIntN(64, BigInt(value)), true)
      else if (width === 4) view.setInt32(at, Number(value) | 0, true)
      else if (width === 2) view.setInt16(at, Number(value), true)
      else view.setInt8(at, Number(value))
    }
    return this.m.v128.const(new Uint8Array(view.buffer))
  }

  addI32(local: Local, value: Ref): void {
    this.set(local, this.m.i32.add(local.get(), value))
  }
}
