import { parse } from 'node:path'
import { fileURLToPath } from 'node:url'

/** Whether the program of this module (`import.meta.url`) was started itself, and not imported by a test. */
export const isMain = (url: string): boolean => parse(fileURLToPath(url)).name === parse(process.argv[1] ?? '').name
