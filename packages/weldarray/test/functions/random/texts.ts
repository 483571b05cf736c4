/**
 * A piece of a function, twice: as its author writes it, and as the reference that is called for each element. They are the same, but that
 * the reference rounds each operation where it is to compute in float32 (`F`), and says `Math.pow` for `**`, since a test can replace that alone.
 */
export interface Text {
  readonly js: string
  readonly ref: string
}

/** `int` and `uint` are whole numbers that JavaScript makes by bit operations: exact, until they are computed with. */
export type Type = 'float' | 'int' | 'uint' | 'bool'

export interface Expression extends Text {
  readonly type: Type
}

/** Pieces put together: what is between them is the same in both. */
export const text = (strings: TemplateStringsArray, ...parts: readonly (Text | string | number)[]): Text => {
  const by = (form: keyof Text): string =>
    strings.reduce((all, s, i) => {
      const part = parts[i - 1]!
      return all + (typeof part === 'object' ? part[form] : part) + s
    })
  return { js: by('js'), ref: by('ref') }
}

export const joined = (parts: readonly Text[], between: string): Text => ({
  js: parts.map((p) => p.js).join(between),
  ref: parts.map((p) => p.ref).join(between),
})
