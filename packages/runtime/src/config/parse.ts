import { ConfigError } from './config-error.js'

const UNITS: Readonly<Record<string, number>> = { '': 1, K: 2 ** 10, M: 2 ** 20, G: 2 ** 30, T: 2 ** 40 }

/** `'512M'`, `'2G'`, `'1.5GiB'` or plain bytes as a number of bytes. */
export function parseBytes(name: string, text: string): number {
  const match = /^\s*(\d+(?:\.\d+)?)\s*([KMGT]?)(?:i?B)?\s*$/i.exec(text)
  if (!match) throw new ConfigError(`${name}: got '${text}', expected a number of bytes such as 536870912, 512M or 2G`)
  return Math.floor(Number(match[1]) * UNITS[match[2].toUpperCase()])
}

/** A whole number from `min` to `max`, or a `ConfigError` that names the setting. */
export function checkInteger(name: string, value: unknown, min: number, max: number): number {
  if (typeof value === 'number' && Number.isInteger(value) && value >= min && value <= max) return value
  throw new ConfigError(`${name}: got ${show(value)}, expected a whole number from ${min} to ${max}`)
}

/** The same from text, for environment variables. */
export function parseInteger(name: string, text: string, min: number, max: number): number {
  const value = text.trim() === '' ? Number.NaN : Number(text)
  return checkInteger(name, Number.isNaN(value) ? text : value, min, max)
}

/** `1`, `true`, `on`, `yes` and their opposites. */
export function parseFlag(name: string, text: string): boolean {
  const word = text.trim().toLowerCase()
  if (['1', 'true', 'on', 'yes'].includes(word)) return true
  if (['', '0', 'false', 'off', 'no'].includes(word)) return false
  throw new ConfigError(`${name}: got '${text}', expected 1 or 0`)
}

export const show = (value: unknown): string => (typeof value === 'string' ? `'${value}'` : String(value))
