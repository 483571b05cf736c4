export * from './kernel.js'
export * from './kernel-text.js'
