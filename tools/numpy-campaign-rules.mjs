// What may differ from NumPy, and by how much: the decisions of docs/semantics.md, each with its reason.

const ELEMENTARY = new Set(
  'exp log sin cos tan tanh cbrt expm1 log1p log2 log10 exp2 arctan arcsin arcsinh sinh cosh arctan2 hypot power float_power logaddexp deg2rad'.split(
    ' ',
  ),
)
/** Sums in another order. */
const SUMS = new Set(
  'sum prod mean std var nansum nanprod nanmean nanstd cumsum cumprod dot matmul inner outer average median percentile quantile interp trace histogram gradient kron cross vander logaddexp'.split(
    ' ',
  ),
)

export const isSum = (name) => SUMS.has(name)

/** Sums of an array's own elements: where these cancel, what is left of the largest is a rounding of it. */
const OWN = new Set('sum mean nansum nanmean cumsum average trace std nanstd'.split(' '))

export const addsItsOwn = (name) => OWN.has(name)

/** By how much a value may differ, relative to it, or to the largest of all where sums are made. */
export function tolerance(name, dtype) {
  const narrow = dtype === 'float32'
  if (SUMS.has(name)) return narrow ? 1e-5 : 1e-12
  if (ELEMENTARY.has(name)) return narrow ? 5e-7 : 2e-15
  return 0
}

/** Decisions: a test of the call, of what differs and of what is told of it, and the reason. */
const rules = [
  [(_, __, text) => /float16|object|complex/.test(text), 'there is no float16'],
  [
    ({ f }, what) => ['mean', 'std', 'var', 'nanmean', 'nanstd'].includes(f) && /answers/.test(what),
    'axes 0 and -1 of a 0-d array are its only element, in every reduction',
  ],
  [
    ({ f }, _, text) => /^(std|var|mean|nanstd)$/.test(f) && /has no fractions/.test(text),
    'means and variances are not rounded to integers',
  ],
  [({ f }, __, text) => f === 'reciprocal' && /values/.test(text), '1 / 0 of integers is 0, as floor_divide has it'],
  [
    ({ f, o }, what) => (f === 'astype' || o.dtype !== undefined) && /values/.test(what),
    'floats that an integer dtype does not hold wrap as in typed arrays; the processor decides in NumPy',
  ],
  [
    ({ f }, what) =>
      [
        'percentile',
        'quantile',
        'median',
        'ediff1d',
        'gradient',
        'diff',
        'histogram',
        'round',
        'gcd',
        'lcm',
        'interp',
        'vander',
      ].includes(f) && /answers/.test(what),
    'booleans count as 0 and 1',
  ],
  [
    ({ f }, what) => ['percentile', 'quantile'].includes(f) && /dtype float/.test(what),
    'quantiles are float64, also where NumPy keeps integers for a q of integers',
  ],
  [
    ({ f }, what) => ['bincount', 'ldexp', 'left_shift', 'right_shift'].includes(f) && /answers/.test(what),
    'whatever is whole is an index, a count or an exponent',
  ],
  [
    ({ f, a }, what) => f === 'histogram' && /dtype float/.test(what) && a.length > 0,
    'lists of numbers are float64, also as edges of bins',
  ],
  [
    ({ f }, _, text) =>
      ['prod', 'std', 'var', 'nanstd', 'nanprod'].includes(f) &&
      /(0|Infinity|NaN|e\+\d+) instead of|instead of (NaN|-?Infinity)/.test(text),
    'float32 is reduced in float64, which overflows later',
  ],
  [
    ({ f }, _, text) => ['dot', 'matmul', 'inner', 'kron'].includes(f) && /instead of|NaN/.test(text) && /NaN/.test(text),
    '0 times infinity is NaN, also by a 0-d array',
  ],
  [
    ({ f }, what) => ['percentile', 'quantile', 'median'].includes(f) && /values/.test(what),
    'quantiles of float32 are computed in float64',
  ],
  [({ f }, what) => f === 'round' && /values/.test(what), 'integers rounded beyond their dtype wrap'],
  [({ f }, what) => ['lcm', 'gcd'].includes(f) && /values/.test(what), 'multiples that overflow'],
  [
    ({ f }, what) => f === 'average' && /answers/.test(what),
    'axes 0 and -1 of a 0-d array are its only element, in every reduction',
  ],
  [({ f }, _, text) => f === 'where' && /does not fit/.test(text), 'a number that does not fit is refused, in where as in add'],
  [(_, __, text) => /there is no option/.test(text), 'composite functions take no dtype'],
  [
    ({ f }, _, text) => SUMS.has(f) && /(Infinity|NaN) instead of (-?Infinity|NaN)$/.test(text),
    'sums of what overflows are made in another order, and overflow elsewhere',
  ],
]

/** Why a difference is as it should be; undefined if it is not. */
export const allowed = (step, what, text) => rules.find(([test]) => test(step, what, text))?.[1]
