export * from './js/loop-key.js'
export * from './scratch.js'
