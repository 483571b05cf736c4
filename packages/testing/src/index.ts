export * from './differences.js'
export * from './programs.js'
export * from './record.js'
export * from './tiers.js'
