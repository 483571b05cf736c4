// As program.mjs, in short, for CommonJS; without modules of Node's, which an ES module made of it could not require.
const ndarray = require('weldarray')
const ops = require('weldarray/ops')

function check(what, holds) {
  if (!holds) throw new Error(what)
}

async function main() {
  const n = 4_000_000
  const a = ndarray.arange(n).mul(3).add(1)
  await a.evaluateAsync()
  check('values', a.get(n - 1) === 3 * (n - 1) + 1)
  check('the code generator', ndarray.stats().kernelsCompiled > 0)
  check('threads', ndarray.stats().dispatches > 0)
  const x = ndarray(new Float32Array(100), [100])
  ops.adds(x, x, 1)
  check(
    'loops',
    x.data.every((value) => value === 1),
  )
  await ndarray.shutdown()
  console.log('ok')
}

main()
