/**
 * `weldarray/ir`: the intermediate representation, for libraries that build graphs for the same runtime.
 *
 * Recording (`nodeOf`, `constant`, `map`, `reduce` …) makes nodes over memory, which `arrayOf` turns into arrays and `evaluate`
 * computes, together with whatever arrays recorded. `Interner`, `parse`, `print`, `verify` and `interpret` work on graphs that name their
 * inputs by number; `graphOf` and `bind` go from the one to the other.
 */
export * from '@weldarray/ir'
export type { AsyncOptions } from '@weldarray/runtime'
// Keeps the methods, which methods.ts declares on NdArray, in this file's declarations.
export type {} from './array/methods.js'
export type { NdArray } from './array/ndarray.js'
export type { ArrayLikeNd } from './array/types.js'
export { arrayOf, evaluate, evaluateAsync, nodeOf } from './ir/arrays.js'
export { bind, type Graph, graphOf } from './ir/graphs.js'
export { broadcast, cast, constant, iota, map, reduce, reshape, scan, scatter, view } from './ir/recording.js'
