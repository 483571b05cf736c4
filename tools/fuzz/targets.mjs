/*
 * What is fuzzed: every function a user can reach, by the name under which it is reached.
 */

/** What has effects beyond its result, ends something, or runs for as long as it is told to. */
const LEFT_OUT = new Set([
  'configure',
  'shutdown',
  'stats',
  'NdArray',
  'ndarray',
  'default',
  'set_printoptions',
  'reset_printoptions',
])

/** Members that only TypeScript keeps to their class. */
const PRIVATE = new Set([
  'at#change',
  'at#rewrite',
  'at#whereMask',
  'at#view',
  'flat#index',
  'legacy#draw',
  'legacy#drawing',
  'legacy#located',
  'legacy#order',
  'poly#with',
  'poly#other',
  'rng#draw',
  'rng#drawing',
  'rng#byKernel',
  'rng#doubles',
  'rng#normals',
  'rng#scaled',
  'rng#floats',
])

/** What arrays have from `ndarray`, which checks nothing: these must end, and may give and throw whatever they like. */
const UNCHECKED = new Set([
  'get',
  'set',
  'index',
  'lo',
  'hi',
  'step',
  'transpose',
  'pick',
  'toLocaleString',
  'toFixed',
  'toPrecision',
  'toExponential',
])

/** Constructors and prototypes of objects that functions return. */
function classesOf(np) {
  const made = {
    ndarray: np.arange(3),
    rng: np.random.default_rng(1),
    legacy: new np.random.RandomState(1),
    poly: new np.polynomial.Polynomial([1, 2, 3]),
    at: np.arange(3).at?.(0),
    flat: np.arange(3).flat,
  }
  return Object.entries(made).filter(([, x]) => typeof x === 'object' && x !== null)
}

const isClass = (f) => /^class\b/.test(Function.prototype.toString.call(f))

/** What every function has of JavaScript's. */
const OF_FUNCTIONS = new Set(['prototype', 'caller', 'arguments', 'length', 'name'])

/** Methods of a function (`add.reduce`), and static ones of a class and of those it extends. */
function* methodsOn(value, prefix) {
  const seen = new Set(OF_FUNCTIONS)
  for (let of = value; typeof of === 'function' && of !== Function.prototype; of = Object.getPrototypeOf(of))
    for (const name of Object.getOwnPropertyNames(of).sort()) {
      if (seen.has(name) || typeof value[name] !== 'function') continue
      seen.add(name)
      yield {
        name: `${prefix}.${name}`,
        call: (args) => value[name](...args),
        declaration: value[name][Symbol.for('weldarray.declaration')],
      }
    }
}

const plainObject = (x) =>
  typeof x === 'object' &&
  x !== null &&
  [Object.prototype, null].includes(Object.getPrototypeOf(Object.getPrototypeOf(x) ?? x) ?? null)

/** Functions of a namespace and of namespaces within it. */
function* functionsOf(space, prefix, seen = new Set()) {
  for (const name of Object.keys(space).sort()) {
    const value = space[name]
    if (LEFT_OUT.has(name) || seen.has(value)) continue
    if (typeof value === 'function') {
      if (isClass(value) && (value.prototype instanceof Error || /Error$/.test(name))) continue
      yield {
        name: prefix + name,
        call: isClass(value) ? (args) => new value(...args) : (args) => value(...args),
        declaration: value[Symbol.for('weldarray.declaration')],
      }
      yield* methodsOn(value, prefix + name)
    } else if ((value?.[Symbol.toStringTag] === 'Module' || plainObject(value)) && prefix.split('.').length < 4) {
      seen.add(value)
      yield* functionsOf(value, `${prefix}${name}.`, seen)
    }
  }
}

/** The methods of an object's class and of those it extends. */
function* methodsOf(kind, example) {
  const seen = new Set(['constructor', 'data'])
  for (
    let proto = Object.getPrototypeOf(example);
    proto !== null && proto !== Object.prototype;
    proto = Object.getPrototypeOf(proto)
  )
    for (const name of Object.getOwnPropertyNames(proto).sort()) {
      if (seen.has(name)) continue
      seen.add(name)
      const { value } = Object.getOwnPropertyDescriptor(proto, name)
      if (typeof value !== 'function' || PRIVATE.has(`${kind}#${name}`)) continue
      const unchecked = kind === 'ndarray' && UNCHECKED.has(name)
      yield {
        name: `${kind}#${name}`,
        of: kind,
        method: name,
        unchecked,
        declaration: value[Symbol.for('weldarray.declaration')],
      }
    }
}

export function targetsOf(np) {
  return [...functionsOf(np, 'np.'), ...classesOf(np).flatMap(([kind, example]) => [...methodsOf(kind, example)])]
}
