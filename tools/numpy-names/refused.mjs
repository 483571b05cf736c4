// Why arguments of NumPy's functions are refused, for docs/numpy-surface.md. A function's own reason comes before the argument's.
const BY_ARGUMENT = {
  order: 'arrays are in C order; views in other orders by `transpose`',
  subok: 'there are no subclasses of arrays',
  signature: 'loops are chosen by `dtype`',
  like: 'there are no other libraries’ arrays to make',
  axes: 'move the axes with `moveaxis`',
  formatter: 'texts are made of numbers in one way; map the elements of `tolist()` for others',
  legacy: "of NumPy's older versions",
  override_repr: 'of Python',
  allow_pickle: 'there are no objects in arrays',
  fix_imports: 'of Python',
  encoding: 'of Python',
  max_header_size: 'headers are read by a parser, not evaluated; `maxBytes` bounds what is read',
  mmap_mode: 'files are read whole',
  max_work: 'every place is looked at',
  fractional: 'the precision counts the digits after the point',
  min_digits: '`unique: false` gives all digits of the precision',
  usemask: 'there are no masked arrays',
  check_valid: 'the covariance is checked when it is factorized',
  tol: 'the covariance is checked when it is factorized',
}

/** Columns have no names. */
const NAMED = ['names', 'excludelist', 'deletechars', 'replace_space', 'autostrip', 'case_sensitive', 'defaultfmt', 'loose']

const PRODUCTS = ['matmul', 'matvec', 'vecmat', 'vecdot']
const PAIRS = ['divmod', 'modf', 'frexp']

const BY_FUNCTION = [
  [PAIRS, ['out', 'where', 'dtype', 'casting'], 'the function gives two arrays; `copyto` writes each'],
  [PRODUCTS, ['dtype', 'casting'], 'products are of the dtype the operands meet in; cast these with `astype`'],
  [PRODUCTS, ['axis', 'keepdims'], 'move the axes with `moveaxis`, `expand_dims`'],
  [['genfromtxt'], NAMED, 'columns have no names'],
  [['arange'], ['start_or_stop'], 'its name is `start`'],
  [['meshgrid'], ['copy'], 'nothing is copied until somebody writes'],
  [['array'], ['ndmax'], 'there are no objects in arrays: lists are arrays to the last depth'],
  [['loadtxt'], ['quotechar'], 'fields are numbers'],
  [
    ['rng.random', 'rng.standard_normal', 'rng.standard_exponential', 'rng.standard_gamma'],
    ['out', 'dtype', 'method'],
    'drawn numbers are new float64 arrays; `assign` and `astype` change that',
  ],
]

/** The reason why an argument of a function is refused; undefined where none is known. */
export const refusalOf = (name, argument) =>
  BY_FUNCTION.find(([names, args]) => names.includes(name) && args.includes(argument))?.[2] ?? BY_ARGUMENT[argument]
