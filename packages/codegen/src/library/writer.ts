import { type DType, dtypeInfo } from '@weldarray/ir'
import type { Local, Ref, Scope } from '../wasm/scope.js'
import { ARGUMENT_BYTES } from './kernel.js'

/*
 * A small language to write kernels in: expressions with operators as methods, statements with loops. It says no more than
 * WebAssembly does; an expression that is used twice is computed twice unless it is kept.
 */

export type Type = 'i32' | 'i64' | 'f32' | 'f64' | 'v128'
export type Num = Ex | number
/** How a vector is divided into lanes. */
export type Shape = 'i8x16' | 'i16x8' | 'i32x4' | 'i64x2' | 'f32x4' | 'f64x2'

const COMPARISONS = /^(eq|ne|eqz|[lg][te](_[su])?)$/
const signed = (type: Type, name: string): string => (type === 'i32' || type === 'i64' ? `${name}_s` : name)

/** An expression. */
export class Ex {
  constructor(
    readonly w: Writer,
    readonly type: Type,
    readonly ref: () => Ref,
  ) {}

  /** An instruction of this type with the name given. */
  op(name: string, ...others: Num[]): Ex {
    const args = others.map((x) => this.w.num(x, this.type))
    const type = COMPARISONS.test(name) ? 'i32' : this.type
    return new Ex(this.w, type, () => this.w.instruction(this.type, name)(this.ref(), ...args.map((x) => x.ref())))
  }

  add = (x: Num): Ex => this.op('add', x)
  sub = (x: Num): Ex => this.op('sub', x)
  mul = (x: Num): Ex => this.op('mul', x)
  and = (x: Num): Ex => this.op('and', x)
  or = (x: Num): Ex => this.op('or', x)
  xor = (x: Num): Ex => this.op('xor', x)
  shl = (x: Num): Ex => this.op('shl', x)
  shrU = (x: Num): Ex => this.op('shr_u', x)
  shrS = (x: Num): Ex => this.op('shr_s', x)
  eq = (x: Num): Ex => this.op('eq', x)
  ne = (x: Num): Ex => this.op('ne', x)
  eqz = (): Ex => this.op('eqz')
  lt = (x: Num): Ex => this.op(signed(this.type, 'lt'), x)
  le = (x: Num): Ex => this.op(signed(this.type, 'le'), x)
  gt = (x: Num): Ex => this.op(signed(this.type, 'gt'), x)
  ge = (x: Num): Ex => this.op(signed(this.type, 'ge'), x)
  ltU = (x: Num): Ex => this.op('lt_u', x)
  leU = (x: Num): Ex => this.op('le_u', x)
  gtU = (x: Num): Ex => this.op('gt_u', x)
  geU = (x: Num): Ex => this.op('ge_u', x)

  /** This condition decides between two values; both are computed. */
  pick(yes: Num, no: Num): Ex {
    const type = yes instanceof Ex ? yes.type : (no as Ex).type
    const [a, b] = [this.w.num(yes, type), this.w.num(no, type)]
    return new Ex(this.w, type, () => this.w.e.m.select(this.ref(), a.ref(), b.ref()))
  }

  /** Another instruction that takes this one value: conversions (`'i64.extend_u/i32'` is `to('i64', 'extend_u')`). */
  to(type: Type, name: string): Ex {
    return new Ex(this.w, type, () => this.w.instruction(type, name)(this.ref()))
  }

  /** 32 bits as an unsigned 64-bit number. */
  wide = (): Ex => this.to('i64', 'extend_u')
  /** The low 32 bits. */
  low = (): Ex => this.to('i32', 'wrap')
}

/** A local variable. */
export class Var extends Ex {
  constructor(
    w: Writer,
    type: Type,
    readonly local: Local,
  ) {
    super(w, type, local.get)
  }

  set(x: Num): void {
    this.w.e.set(this.local, this.w.num(x, this.type).ref())
  }

  bump(x: Num): void {
    this.set(this.add(x))
  }
}

export class Writer {
  readonly params: Ex
  readonly scratch: Ex

  constructor(readonly e: Scope) {
    this.params = this.parameter(0)
    this.scratch = this.parameter(1)
  }

  private parameter(index: number): Var {
    return new Var(this, 'i32', this.e.parameter(index))
  }

  /** What a call works on, the arguments of `run`: rows from … to, blocks from … to, columns from … to; as many as are taken. */
  *ranges(): Generator<Var, never> {
    for (let index = 2; ; index++) yield this.parameter(index)
  }

  /** An instruction by its name; `convert_u.i64` is in a table of its own. */
  instruction(type: Type, name: string): (...args: Ref[]) => Ref {
    return name.split('.').reduce((table, part) => (table as never)[part], this.e.m[type] as unknown) as never
  }

  /** A number as an expression; in a vector, in each of four lanes. */
  num(x: Num, type: Type): Ex {
    if (x instanceof Ex) return x
    if (type === 'v128') return new Ex(this, type, () => this.e.splatConstant('i32', x))
    return new Ex(this, type, () => this.e.constant(type as 'i32', type === 'i64' ? BigInt(x) : x))
  }

  i32 = (x: number): Ex => this.num(x, 'i32')

  i64(x: bigint): Ex {
    return new Ex(this, 'i64', () => this.e.constant('i64', x))
  }

  /** An argument of the parameter block, read once. */
  arg(index: number, type: Exclude<Type, 'v128'> = 'i32'): Var {
    const { m } = this.e
    const at = ARGUMENT_BYTES * index
    return this.keep(new Ex(this, type, () => m[type].load(at, 0, this.params.ref())))
  }

  /** Such arguments one after the other, as many as are taken: `const [from, to] = w.args()`. */
  *args(first = 0, type: Exclude<Type, 'v128'> = 'i32'): Generator<Var, never> {
    for (let index = first; ; index++) yield this.arg(index, type)
  }

  /** Variables of one type, as many as are taken. */
  *vars(type: Type): Generator<Var, never> {
    for (;;) yield this.var(type)
  }

  var(type: Type, start: Num = 0): Var {
    const v = new Var(this, type, this.e.local(this.e.wasm.types[type]))
    v.set(start)
    return v
  }

  keep(x: Ex): Var {
    return this.var(x.type, x)
  }

  load(dtype: DType, address: Ex, offset = 0): Ex {
    const { m } = this.e
    const lane = dtypeInfo[dtype].lane
    return new Ex(this, lane, () => {
      const at = address.ref()
      switch (dtype) {
        case 'bool':
        case 'uint8':
          return m.i32.load8_u(offset, 1, at)
        case 'int8':
          return m.i32.load8_s(offset, 1, at)
        case 'uint16':
          return m.i32.load16_u(offset, 2, at)
        case 'int16':
          return m.i32.load16_s(offset, 2, at)
        default:
          return m[lane].load(offset, dtypeInfo[dtype].bytes, at)
      }
    })
  }

  store(dtype: DType, address: Ex, value: Num, offset = 0): void {
    const { m } = this.e
    const { lane, bytes } = dtypeInfo[dtype]
    const [at, x] = [address.ref(), this.num(value, lane).ref()]
    if (bytes === 1) this.e.emit(m.i32.store8(offset, 1, at, x))
    else if (bytes === 2) this.e.emit(m.i32.store16(offset, 2, at, x))
    else this.e.emit(m[lane].store(offset, bytes, at, x))
  }

  /** Sixteen bytes, at any address. */
  loadVector(address: Ex, offset = 0): Ex {
    return new Ex(this, 'v128', () => this.e.m.v128.load(offset, 1, address.ref()))
  }

  storeVector(address: Ex, value: Ex, offset = 0): void {
    this.e.emit(this.e.m.v128.store(offset, 1, address.ref(), value.ref()))
  }

  /** A lane instruction: `vec('f64x2', 'add', a, b)`. */
  vec(shape: Shape, name: string, ...args: Ex[]): Ex {
    const ops = this.e.m[shape] as unknown as Record<string, (...refs: Ref[]) => Ref>
    const type = name === 'bitmask' || name === 'all_true' ? 'i32' : 'v128'
    return new Ex(this, type, () => ops[name]!(...args.map((x) => x.ref())))
  }

  /** An instruction on all bits of two vectors. */
  bits(name: 'and' | 'or' | 'xor', a: Ex, b: Ex): Ex {
    return new Ex(this, 'v128', () => this.e.m.v128[name](a.ref(), b.ref()))
  }

  /** The bits of one vector where those of a mask are set, of another elsewhere. */
  choose(mask: Ex, yes: Ex, no: Ex): Ex {
    return new Ex(this, 'v128', () => this.e.m.v128.bitselect(yes.ref(), no.ref(), mask.ref()))
  }

  /** Sixteen of the bytes of two vectors: 0 to 15 are those of the first. */
  shuffle(a: Ex, b: Ex, bytes: readonly number[]): Ex {
    return new Ex(this, 'v128', () => this.e.m.i8x16.shuffle(a.ref(), b.ref(), [...bytes]))
  }

  /** A value in all lanes. */
  splat(shape: Shape, x: Ex): Ex {
    return new Ex(this, 'v128', () => this.e.m[shape].splat(x.ref() as never))
  }

  /** One of the lanes. */
  lane(shape: 'f32x4' | 'f64x2' | 'i32x4' | 'i64x2', x: Ex, lane: number): Ex {
    return new Ex(this, shape.slice(0, 3) as Type, () => this.e.m[shape].extract_lane(x.ref(), lane))
  }

  /** One of four 32-bit lanes. */
  lane32(x: Ex, lane: number): Ex {
    return new Ex(this, 'i32', () => this.e.m.i32x4.extract_lane(x.ref(), lane))
  }

  /** One element at an address, in all lanes. */
  loadSplat(bytes: 4 | 8, address: Ex, offset = 0): Ex {
    const { m } = this.e
    const load = bytes === 8 ? m.v128.load64_splat : m.v128.load32_splat
    return new Ex(this, 'v128', () => load(offset, 1, address.ref()))
  }

  copyBytes(to: Ex, from: Ex, bytes: Num): void {
    this.e.emit(this.e.m.memory.copy(to.ref(), from.ref(), this.num(bytes, 'i32').ref()))
  }

  fillBytes(to: Ex, value: number, bytes: Num): void {
    this.e.emit(this.e.m.memory.fill(to.ref(), this.e.i32(value), this.num(bytes, 'i32').ref()))
  }

  if(condition: Ex, then: () => void, otherwise?: () => void): void {
    this.e.if(condition.ref(), then, otherwise)
  }

  /** The first of these bodies whose condition holds, or else the last one. */
  firstOf(cases: readonly (readonly [condition: () => Ex, body: () => void])[], otherwise: () => void): void {
    const [first, ...others] = cases
    if (first === undefined) otherwise()
    else this.if(first[0](), first[1], () => this.firstOf(others, otherwise))
  }

  /** Tested before each round. */
  while(condition: () => Ex, body: () => void): void {
    this.if(condition(), () =>
      this.e.doWhile(() => {
        body()
        return condition().ref()
      }),
    )
  }

  /** Counts `i` from where it is up to `end` (unsigned), by `step`; afterwards it is the first number not below `end`. */
  upTo(i: Var, end: Ex, step: Num, body: () => void): void {
    this.while(
      () => i.ltU(end),
      () => {
        body()
        i.bump(step)
      },
    )
  }

  return(): void {
    this.e.emit(this.e.m.return())
  }
}
