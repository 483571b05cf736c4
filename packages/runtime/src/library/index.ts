export { contract, contractInJs } from './contract.js'
export { assembled, assembledInJs, type Part } from './copy.js'
export { matrixMemory, type Part as MatrixPart, storeProduct, turned } from './dense.js'
export {
  type Drawn,
  drawBits,
  drawFloats,
  drawIntegers,
  drawLayered,
  drawShuffles,
  later,
  type Open,
  type PcgState,
} from './draw.js'
export { areLittle, pivotsOf, solveLittle } from './eliminate.js'
export { factorPanel } from './pivot.js'
export { type Rotated, rotated } from './rotate.js'
export { inOrder, inTask, type Laid, Task } from './run.js'
export { order, orderInJs, sorted, sortedInJs } from './sort.js'
export { settledMemory } from './whole.js'
export { withMemory } from './with-memory.js'
