import type { Row } from '../ufunc.js'
import { binary, type Of, unary } from './builders.js'

/** Elementary functions: computed in float32 for float32 (and integers of up to 16 bits), else in float64. */
const f = (op: string, method?: string): Of<1> => unary('float', op, method === undefined ? {} : { method })

export const elementary = {
  exp: f('exp', 'exp'),
  exp2: f('exp2'),
  expm1: f('expm1', 'expm1'),
  log: f('log', 'log'),
  log2: f('log2', 'log2'),
  log10: f('log10', 'log10'),
  log1p: f('log1p', 'log1p'),
  sin: f('sin', 'sin'),
  cos: f('cos', 'cos'),
  tan: f('tan', 'tan'),
  arcsin: f('asin', 'asin'),
  arccos: f('acos', 'acos'),
  arctan: f('atan', 'atan'),
  sinh: f('sinh', 'sinh'),
  cosh: f('cosh', 'cosh'),
  tanh: f('tanh', 'tanh'),
  arcsinh: f('asinh'),
  arccosh: f('acosh'),
  arctanh: f('atanh'),
  erf: f('erf', 'erf'),
  erfc: f('erfc', 'erfc'),
  arctan2: binary('float', 'atan2'),
  hypot: binary('float', 'hypot'),
} satisfies Record<string, Row>
