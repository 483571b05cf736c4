/*
 * The parts of the WebAssembly API in use. Node's types leave it to the DOM library, which would bring a browser's
 * globals into every file and into the published declarations.
 */

export interface WasmMemory {
  readonly buffer: ArrayBufferLike
  grow(pages: number): number
}

/** Compiled code; it can be posted to other threads. */
export interface WasmModule {
  readonly [Symbol.toStringTag]: string
}

export interface WasmInstance {
  readonly exports: Readonly<Record<string, unknown>>
}

interface Api {
  validate(bytes: Uint8Array): boolean
  Memory: new (limits: { initial: number; maximum: number; shared: true }) => WasmMemory
  Module: {
    new (bytes: Uint8Array): WasmModule
    imports(module: WasmModule): { module: string; name: string; kind: string }[]
    exports(module: WasmModule): { name: string; kind: string }[]
  }
  Instance: new (module: WasmModule, imports: Record<string, Record<string, unknown>>) => WasmInstance
}

/** Not there in an engine without WebAssembly: `engineLacks` tells. */
export const wasm = (globalThis as unknown as { WebAssembly: Api }).WebAssembly
