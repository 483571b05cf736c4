/** What a type tells: see `typesOf`. */
export type Told =
  | string
  | { readonly union: readonly Told[] }
  | { readonly dtypes: readonly string[] }
  | { readonly list: Told }
  | { readonly places: readonly Told[] }
  | { readonly members: Readonly<Record<string, Told>>; readonly name: string | undefined }
export function typesOf(
  head: string,
  expressions: readonly string[],
): ({ readonly complaint: string; readonly type?: undefined } | { readonly type: Told; readonly complaint?: undefined })[]
