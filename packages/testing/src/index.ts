export * from './programs.js'
