import type { Value } from '@weldarray/runtime'
import { op, select } from '../../operands/pen.js'
import { power } from '../power.js'
import type { Row } from '../ufunc.js'
import { binary, isSigned, type Of, unary } from './builders.js'

/** C's remainder, which has the sign of the dividend; from the floored one, which is exact and has the divisor's. */
function truncatedRemainder(x: Value, y: Value): Value {
  const r = op('floorrem', x, y)
  if (!isSigned(x)) return r
  const crossed = op('and', op('ne', r, 0), op('xor', op('lt', x, 0), op('lt', y, 0)))
  return select(crossed, op('sub', r, y), r)
}

/** 1/x in integers: 0 but for 1 and -1 (and 0, where NumPy's answer is the machine's). */
function integerReciprocal(x: Value): Value {
  const one = op('eq', x, 1)
  const unit = isSigned(x) ? op('or', one, op('eq', x, -1)) : one
  return select(unit, x, 0)
}

const powerRow: Of<2> = { arity: 2, typing: 'small', method: 'pow', build: (what, [x, y]) => power(what, x!, y!) }

const rounded = { int: 'same', bool: 'same' }

/** Degrees and radians: one multiplication by the ratio, as NumPy's C code has it. */
const scaled =
  (ratio: number, narrow: number) =>
  (x: Value): Value =>
    op('mul', x, x.dtype === 'float32' ? narrow : ratio)

const f = Math.fround
const PI32 = f(Math.PI)

export const arithmetic = {
  add: binary('arithmetic', 'add', { method: 'add', bool: 'or' }),
  subtract: binary('arithmetic', 'sub', { method: 'sub' }),
  multiply: binary('arithmetic', 'mul', { method: 'mul', bool: 'and' }),
  divide: binary('divide', 'div', { method: 'div' }),
  floor_divide: binary('small', 'floor_divide'),
  remainder: binary('small', 'remainder', { method: 'mod' }),
  fmod: binary('small', 'fmod', { int: truncatedRemainder }),
  power: powerRow,
  negative: unary('arithmetic', 'neg', { method: 'neg' }),
  positive: unary('arithmetic', 'same'),
  absolute: unary('arithmetic', 'abs', { method: 'abs', bool: 'same' }),
  fabs: unary('float', 'abs'),
  square: unary('small', 'square', { method: 'square' }),
  sqrt: unary('float', 'sqrt', { method: 'sqrt' }),
  cbrt: unary('float', 'cbrt', { method: 'cbrt' }),
  reciprocal: unary('small', 'reciprocal', { method: 'reciprocal', int: integerReciprocal }),
  sign: unary('arithmetic', 'sign', { method: 'sign' }),
  floor: unary('arithmetic', 'floor', { method: 'floor', ...rounded }),
  ceil: unary('arithmetic', 'ceil', { method: 'ceil', ...rounded }),
  trunc: unary('arithmetic', 'trunc', { method: 'trunc', ...rounded }),
  rint: unary('float', 'nearest'),
  minimum: binary('any', 'minimum', { method: 'minimum' }),
  maximum: binary('any', 'maximum', { method: 'maximum' }),
  fmin: binary('any', 'fmin'),
  fmax: binary('any', 'fmax'),
  copysign: binary('float', 'copysign'),
  degrees: unary('float', scaled(180 / Math.PI, f(180 / PI32))),
  radians: unary('float', scaled(Math.PI / 180, f(PI32 / 180))),
} satisfies Record<string, Row>
