import * as np from 'weldarray'

type Unary = (x: np.ArrayInput) => np.NdArray

const unary = (f: Unary) => (x?: number) => Number(f(Number(x)).item())

const names: Readonly<Record<string, Unary>> = {
  ...Object.fromEntries(
    (['cbrt', 'exp', 'expm1', 'log', 'log2', 'log10', 'log1p', 'sin', 'cos', 'tan', 'sinh', 'cosh', 'tanh'] as const).map(
      (name) => [name, np[name]],
    ),
  ),
  asin: np.arcsin,
  acos: np.arccos,
  atan: np.arctan,
  asinh: np.arcsinh,
  acosh: np.arccosh,
  atanh: np.arctanh,
}

/** `Math` with np's elementary functions: what a compiled function is compared with, bit for bit. */
export const ourMath: Math = Object.assign(
  Object.create(
    null,
    Object.fromEntries(Object.entries(Object.getOwnPropertyDescriptors(Math)).map(([k, d]) => [k, { ...d, writable: true }])),
  ),
  Object.fromEntries(Object.entries(names).map(([name, f]) => [name, unary(f)])),
  {
    atan2: (y?: number, x?: number) => Number(np.arctan2(Number(y), Number(x)).item()),
    hypot: (...all: number[]) =>
      all.length === 0 ? 0 : all.length === 1 ? Math.abs(all[0]!) : all.reduce((a, b) => Number(np.hypot(a, b).item())),
    // NumPy's power is 1 for a base of 1, and of -1 and infinities, whatever the exponent; JavaScript's is NaN.
    pow: (x: number, y: number) =>
      Math.abs(x) === 1 && !Number.isFinite(Number(y)) ? Number.NaN : Number(np.power([Number(x)], [Number(y)]).item()),
  },
)
