import { createInterface } from 'node:readline'
import * as np from 'weldarray'

/*
 * The JavaScript side of process.py: a request is a line of JSON, its answer another. Arrays stay here, under numbers; values pass as
 * they are.
 */
const DECLARATION = Symbol.for('weldarray.declaration')
const SPACES = { '': np, linalg: np.linalg, info: np.__array_namespace_info__() }
const arrays = new Map()
let last = 0

/** What Python sent: JSON, and what JSON has no form for. */
function received(x) {
  if (Array.isArray(x)) return x.map(received)
  if (typeof x !== 'object' || x === null) return x
  if ('array' in x) return arrays.get(x.array)
  if ('number' in x) return Number(x.number)
  if ('bigint' in x) return BigInt(x.bigint)
  return Object.fromEntries(Object.entries(x).map(([name, value]) => [name, received(value)]))
}

function sent(x) {
  if (x instanceof np.ndarray) {
    arrays.set(++last, x)
    return { array: last, dtype: x.dtype, shape: x.shape }
  }
  if (typeof x === 'bigint') return { bigint: String(x) }
  if (typeof x === 'number' && (!Number.isFinite(x) || Object.is(x, -0))) return { number: Object.is(x, -0) ? '-0.0' : String(x) }
  if (Array.isArray(x)) {
    const names = Object.getOwnPropertyNames(x).filter((name) => name !== 'length' && !/^\d+$/.test(name))
    return { list: x.map(sent), names }
  }
  if (typeof x === 'object' && x !== null)
    return { object: Object.fromEntries(Object.entries(x).map(([name, value]) => [name, sent(value)])) }
  return x
}

/** The public functions with a declaration, and the numbers. */
const described = (space) =>
  Object.fromEntries(
    Object.entries(space)
      .map(([name, x]) => [name, typeof x === 'function' ? x[DECLARATION] : typeof x === 'number' ? sent(x) : undefined])
      .filter(([, says]) => says !== undefined),
  )

const requests = {
  describe: () => ({
    functions: Object.fromEntries(Object.entries(SPACES).map(([name, space]) => [name, described(space)])),
    dtypes: np.__array_namespace_info__().dtypes(),
    version: np.__array_api_version__,
  }),
  call: ({ space, name, args }) => sent(SPACES[space][name](...received(args))),
  method: ({ on, name, args }) => sent(arrays.get(on)[name](...received(args))),
  property: ({ on, name }) => sent(arrays.get(on)[name]),
  // What an index selects is assigned to in place.
  assign: ({ on, index, value }) =>
    void arrays
      .get(on)
      .at(...received(index))
      .set(received(value)),
  // Elements of 64 bits are numbers where these are exact: as bigints they always are.
  item: ({ on }) => {
    const x = arrays.get(on)
    return sent((x.dtype.endsWith('int64') ? x.astype(`big${x.dtype}`) : x).item())
  },
}

createInterface({ input: process.stdin }).on('line', (line) => {
  const request = JSON.parse(line)
  for (const id of request.free) arrays.delete(id)
  let answer
  try {
    answer = { value: requests[request.what](request) ?? null }
  } catch (error) {
    answer = { error: error.name, message: error.message }
  }
  process.stdout.write(`${JSON.stringify(answer)}\n`)
})
