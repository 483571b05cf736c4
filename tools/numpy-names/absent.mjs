// Why names of NumPy's are not here, for docs/numpy-surface.md.
const REASONS = [
  ['there are no complex dtypes yet', 'cdouble clongdouble complex128 complex256 complex64 csingle sort_complex'],
  [
    'no such dtype',
    'float16 half float128 longdouble bytes_ str_ character char strings void object_ flexible datetime64 timedelta64 datetime_as_string datetime_data busday_count busday_offset busdaycalendar is_busday isnat rec recarray record',
  ],
  ['NumPy advises against it: matrices are 2-d arrays', 'asmatrix bmat matrix'],
  ['NumPy advises against it: `polynomial.Polynomial`', 'poly1d'],
  [
    "floating point raises no warnings here: the results are IEEE 754's",
    'errstate geterr geterrcall seterr seterrcall getbufsize setbufsize',
  ],
  ['modules of their own', 'fft ma'],
  [
    "of Python, C or NumPy's own building and testing",
    'core ctypeslib dtypes emath exceptions f2py get_include info show_config show_runtime test testing typing typename typecodes sctypeDict ScalarType mintypecode True_ False_ ctypes dump dumps',
  ],
  ['arrays are in C order; views in other orders by `transpose`', 'asfortranarray'],
  ['iterate with `for`, `flat`, `ndindex`, `ndenumerate`', 'broadcast nditer nested_iters flatiter'],
  ['`vectorize` is the same', 'frompyfunc'],
  ['functions have the methods of ufuncs, and no class of their own', 'ufunc'],
  ['no protocol or file format of the kind', 'from_dlpack fromregex memmap einsum_path require'],
  ['an array keeps its shape, dtype and memory', 'base resize setflags getfield setfield'],
  [
    'other bit generators',
    'BitGenerator MT19937 PCG64 PCG64DXSM Philox SFC64 SeedSequence get_bit_generator set_bit_generator bit_generator spawn',
  ],
  ['states are not taken out', 'get_state set_state'],
  ["inner settings of NumPy's classes", 'basis_name maxpower'],
  ["polynomials are written in one way, and made by one class's functions", 'polyutils set_default_printstyle'],
]

const byName = new Map(REASONS.flatMap(([reason, names]) => names.split(' ').map((name) => [name, reason])))

/** The reason why a name is absent. */
export function absenceOf(module, name) {
  const known = byName.get(name)
  if (known !== undefined) return known
  if (module.startsWith('random')) return 'older forms of `integers` and `Generator.multivariate_normal`'
  if (/2d$|3d$/.test(name)) return 'of several variables: products of the functions of one'
  if (module.startsWith('polynomial')) return 'not there yet'
  return 'not there yet'
}
