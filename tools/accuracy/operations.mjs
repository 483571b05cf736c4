// Instructions and time of each elementary function: node tools/accuracy/operations.mjs [function ...]
// Instructions: SIMD instructions of the vector loop for each element, conversions included, with the divisions and square roots
// among them; nanoseconds per element: one thread, 2^12 elements in the first-level cache.

import { Bench, kernelText } from './kernel.mjs'
import { functions, random } from './points.mjs'
import { perElement } from './simd.mjs'

const COUNT = 1 << 12
const ranges = {
  acosh: [1, 9],
  asin: [-1, 1],
  acos: [-1, 1],
  atanh: [-1, 1],
  log: [0, 9],
  log2: [0, 9],
  log10: [0, 9],
  log1p: [0, 9],
  pow: [0, 9],
}
const chosen = process.argv.length > 2 ? process.argv.slice(2) : Object.keys(functions)

function nanoseconds(run) {
  // Until the optimizing compiler has replaced the first code.
  for (const start = performance.now(); performance.now() - start < 200; ) run()
  let best = Infinity
  for (let k = 0; k < 400; k++) {
    const start = performance.now()
    run()
    best = Math.min(best, performance.now() - start)
  }
  return ((best * 1e6) / COUNT).toFixed(2)
}

console.log('| function | float64: instructions | / and sqrt | ns | float32: instructions | / and sqrt | ns | Math.* ns |')
console.log('| --- | ---: | ---: | ---: | ---: | ---: | ---: | ---: |')
for (const name of chosen) {
  const { arity } = functions[name]
  const [low, high] = ranges[name] ?? [-4, 4]
  const cells = []
  for (const dtype of ['float64', 'float32']) {
    const { all, slow } = perElement(kernelText(name, arity, dtype), dtype === 'float64' ? 8 : 4)
    const bench = new Bench(COUNT * 8 * 4)
    const next = random(1)
    const inputs = Array.from({ length: arity }, () => bench.array(dtype, COUNT))
    for (const x of inputs) for (let i = 0; i < COUNT; i++) x[i] = low + (high - low) * next()
    const run = bench.operation(name, dtype, dtype, inputs, bench.array(dtype, COUNT))
    cells.push(
      all.toFixed(1),
      slow.toFixed(1),
      nanoseconds(() => run(COUNT)),
    )
    if (dtype === 'float32') continue
    const f = Math[name]
    const [x, y = x] = inputs.map((a) => Float64Array.from(a))
    const out = new Float64Array(COUNT)
    const loop = new Function(
      'f',
      'x',
      'y',
      'out',
      `for (let i = 0; i < ${COUNT}; i++) out[i] = Math.${name}(x[i]${arity === 2 ? ', y[i]' : ''})`,
    )
    cells.host = f === undefined ? '–' : nanoseconds(() => loop(f, x, y, out))
  }
  console.log(`| ${name} | ${cells.join(' | ')} | ${cells.host} |`)
}
