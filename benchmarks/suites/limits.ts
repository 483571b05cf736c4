/*
 * Where a bar is missed, why: the limit of the machine or the engine in counts, what was tried, and what it would take. By workload.
 */

const call =
  'Below 4,000 elements it is what the engine takes to make objects. An operation makes a node and an array, 0.45 µs; of these 0.13 to 0.17 µs are ' +
  'the own accessor `data`, without which `toEqual` takes arrays of different elements for equal (five ways of defining it were measured). An ' +
  'evaluation with a known plan takes 1.2 µs. NumPy makes two objects in C, about 0.5 µs each. It would take a `data` on the prototype.'

const cold =
  'From 4,000 elements on it is memory: NumPy gives a dropped result back at once and writes the next into the same lines of the first-level cache. ' +
  'Ours are found by collections of the young generation, every 12 MiB, so that each result goes to lines that were left long ago. Collections ' +
  'every 6 to 96 MiB were measured (ADR 6); below 12 they cost more than the caches give.'

const lanes = (instructions: string): string =>
  `${instructions} SIMD instructions an element, of 2 lanes, at 4 a cycle and with two threads, against one thread with 8 lanes, fused multiplications and ` +
  'tables in registers (docs/accuracy.md). With fewer instructions the last digit would not be right; it would take wider vectors or `relaxed_madd` ' +
  'with the same bits on every machine.'

export const limits: Readonly<Record<string, string>> = {
  again: `${call} ${cold}`,
  'another constant': `${call} ${cold}`,
  window: `A turn makes two slices of each operand, four arrays more, as much as the expression itself. ${cold}`,
  'chain of 20': `${call} Twenty of them, where NumPy makes twenty.`,
  'exp float64': lanes('14.5'),
  'log float64': lanes('18'),
  'tanh float64': lanes('29'),
}
