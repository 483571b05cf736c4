export * from './scratch.js'
