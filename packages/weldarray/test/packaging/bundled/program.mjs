// Everything the package finds beside itself: threads, the code generator, loops, kernels compiled ahead, other packages.
import assert from 'node:assert/strict'
import { rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import ndarray, * as np from 'weldarray'
import * as ir from 'weldarray/ir'
import ops from 'weldarray/ops'

// A kernel made here, on all threads.
const n = 4_000_000
const a = np.arange(n)
const b = a.mul(3).add(1)
await b.evaluateAsync()
assert.equal(b.get(n - 1), 3 * (n - 1) + 1)
assert.ok(np.stats().kernelsCompiled > 0, 'the code generator')
assert.ok(np.stats().dispatches > 0, 'threads')

// Kernels compiled ahead: an elementary function, and the library.
assert.ok(
  Math.abs(
    np
      .sin(np.linspace(0, Math.PI, 10_001))
      .sum()
      .item() - 6366.1977,
  ) < 1e-3,
)
assert.deepEqual(np.cumsum(np.arange(100_000)).get(99_999), 4_999_950_000)
const before = np.stats().cacheHitsMemory
np.matmul(np.ones([64, 64]), np.ones([64, 64])).evaluate()
assert.ok(np.stats().cacheHitsMemory > before, 'kernels compiled ahead')

// Loops in JavaScript, of both kinds; ndarray-ops, for operands of several dtypes; archives.
assert.deepEqual(np.add(np.array([1, 2], 'int8'), np.array([3, 4], 'int8')).tolist(), [4, 6])
const x = ndarray(new Float64Array(100), [100])
ops.adds(x, x, 1)
ops.addeq(x, ndarray(new Int32Array(100).fill(2), [100]))
assert.deepEqual([...x.data], Array(100).fill(3))
assert.equal(ir.toDType('double'), 'float64')
const file = join(tmpdir(), `weldarray-bundled-${process.pid}.npz`)
np.savez(file, { x })
assert.deepEqual(np.load(file).x.tolist(), x.tolist())
rmSync(file)

await np.shutdown()
console.log('ok')
