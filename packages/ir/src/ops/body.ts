import type { DType, Scalar } from '../dtype.js'
import type { Interner } from '../interner.js'
import type { Node } from '../node.js'
import { PLACE, type PrimitiveOp } from './primitives.js'

type Arg = Node | number

/**
 * What composites are written with: `b.add(b.mul(x, 3), y)`. Functions of a body may call each other.
 * Plain numbers become literals of the other operand's dtype.
 */
export class Body {
  constructor(
    readonly interner: Interner,
    /** The dtype of the operation that is being expanded, after widening. */
    readonly dtype: DType,
    /** float32 accuracy is enough (the result will be rounded to float32). */
    readonly narrow: boolean,
  ) {}

  lit(value: Scalar, dtype: DType = this.dtype): Node {
    return this.interner.literal(value, dtype)
  }

  /** Any primitive. A number takes the dtype of the last node among `args`. */
  op(name: PrimitiveOp, ...args: Arg[]): Node {
    const dtype = args.findLast((a): a is Node => typeof a !== 'number')?.dtype ?? this.dtype
    return this.interner.map(
      name,
      args.map((a) => (typeof a === 'number' ? this.interner.literal(a, dtype) : a)),
    )
  }

  cast = (x: Node, dtype: DType): Node => this.interner.cast(x, dtype)
  neg = (x: Arg): Node => this.op('neg', x)
  abs = (x: Arg): Node => this.op('abs', x)
  sqrt = (x: Arg): Node => this.op('sqrt', x)
  floor = (x: Arg): Node => this.op('floor', x)
  ceil = (x: Arg): Node => this.op('ceil', x)
  trunc = (x: Arg): Node => this.op('trunc', x)
  nearest = (x: Arg): Node => this.op('nearest', x)
  add = (x: Arg, y: Arg): Node => this.op('add', x, y)
  sub = (x: Arg, y: Arg): Node => this.op('sub', x, y)
  mul = (x: Arg, y: Arg): Node => this.op('mul', x, y)
  div = (x: Arg, y: Arg): Node => this.op('div', x, y)
  min = (x: Arg, y: Arg): Node => this.op('minimum', x, y)
  max = (x: Arg, y: Arg): Node => this.op('maximum', x, y)
  lt = (x: Arg, y: Arg): Node => this.op('lt', x, y)
  le = (x: Arg, y: Arg): Node => this.op('le', x, y)
  gt = (x: Arg, y: Arg): Node => this.op('gt', x, y)
  ge = (x: Arg, y: Arg): Node => this.op('ge', x, y)
  eq = (x: Arg, y: Arg): Node => this.op('eq', x, y)
  ne = (x: Arg, y: Arg): Node => this.op('ne', x, y)
  and = (x: Node, y: Node): Node => this.op('and', x, y)
  or = (x: Node, y: Node): Node => this.op('or', x, y)
  xor = (x: Node, y: Node): Node => this.op('xor', x, y)
  not = (x: Node): Node => this.op('not', x)
  /** `x` where `cond` holds, `y` elsewhere. Both are computed. */
  select = (cond: Node, x: Arg, y: Arg): Node => {
    const dtype = typeof x !== 'number' ? x.dtype : typeof y !== 'number' ? y.dtype : this.dtype
    const node = (a: Arg): Node => (typeof a === 'number' ? this.interner.literal(a, dtype) : a)
    return this.interner.map('select', [cond, node(x), node(y)])
  }
  /** The same where `cond` nearly always holds: what `rare` needs and nothing else does is computed only where it is wanted. */
  likely = (cond: Node, usual: Node, rare: Node): Node => this.op('likely', cond, usual, rare)
  /** 2^k of k + `PLACE`, for an integer-valued float64 k in [-1022, 1023]. */
  pow2placed = (sum: Node): Node => this.op('pow2placed', sum)
  /** 2^k for such a k. */
  pow2i = (k: Arg): Node => this.pow2placed(this.add(k, PLACE))
  /** The unbiased exponent field of a float64: floor(log2 |x|) for normal x, -1023 for 0 and subnormals, 1024 for inf and NaN. */
  exponent = (x: Node): Node => this.op('exponent', x)
  /** |x| with its exponent field set to 0: in [1, 2) for normal x. */
  mantissa = (x: Node): Node => this.op('mantissa', x)
  /** The exponent of x, positive and normal, as a multiple of the power of two next to it: x = significand 2^binade. */
  binade = (x: Node): Node => this.op('binade', x)
  /** x, positive and normal, times a power of two: from sqrt(1/2) to sqrt 2. */
  significand = (x: Node): Node => this.op('significand', x)
  copysign = (x: Arg, y: Node): Node => this.op('copysign', x, y)
  /** x with the low 32 bits of its float64 representation cleared: a 21-bit head whose products are exact. */
  head = (x: Node): Node => this.op('head', x)
  isnan = (x: Node): Node => this.op('ne', x, x)

  /** Polynomial by Estrin's scheme: coefficients from the constant term up. */
  estrin(x: Node, coefficients: readonly number[]): Node {
    let level: Arg[] = [...coefficients]
    let power = x
    while (level.length > 1) {
      const next: Arg[] = []
      for (let i = 0; i < level.length; i += 2)
        next.push(i + 1 < level.length ? this.add(this.mul(power, level[i + 1]!), level[i]!) : level[i]!)
      level = next
      if (level.length > 1) power = this.mul(power, power)
    }
    const only = level[0]!
    return typeof only === 'number' ? this.lit(only) : only
  }

  /** Polynomial by Horner's scheme: coefficients from the constant term up. */
  horner(x: Node, coefficients: readonly number[]): Node {
    let sum: Arg = coefficients[coefficients.length - 1]!
    for (let i = coefficients.length - 2; i >= 0; i--) sum = this.add(this.mul(sum, x), coefficients[i]!)
    return typeof sum === 'number' ? this.lit(sum) : sum
  }
}
