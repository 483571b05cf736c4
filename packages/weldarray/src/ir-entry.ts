/** `weldarray/ir`: the intermediate representation, for libraries that build graphs for the same runtime. */
export * from '@weldarray/ir'
