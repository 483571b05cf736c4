export * from './js/loop-key.js'
export * from './library/index.js'
export * from './scratch.js'
export { lanesOf } from './wasm/lanes.js'
