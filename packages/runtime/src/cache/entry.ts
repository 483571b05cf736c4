import { crypto } from './crypto.js'

/*
 * A cache file: magic, the lengths of key and code (u32, little-endian), a SHA-256 of both, then the key (the code
 * generator's fingerprint and the kernel's full text) and the code. The file's name is only a hash of the key, and
 * a hash only finds the file: what counts is that the whole key is there and the checksum holds.
 */

const MAGIC = Buffer.from('weldkern')
const HEAD = MAGIC.length + 8 + 32

const sum = (key: Buffer, code: Uint8Array): Buffer => crypto().createHash('sha256').update(key).update(code).digest()

export function encodeEntry(key: string, code: Uint8Array): Buffer {
  const keyBytes = Buffer.from(key)
  const lengths = Buffer.alloc(8)
  lengths.writeUInt32LE(keyBytes.length, 0)
  lengths.writeUInt32LE(code.length, 4)
  return Buffer.concat([MAGIC, lengths, sum(keyBytes, code), keyBytes, code])
}

/** The code of an entry, or `undefined` if the file is damaged or is another key's. */
export function decodeEntry(key: string, file: Buffer): Uint8Array | undefined {
  if (file.length < HEAD || !file.subarray(0, MAGIC.length).equals(MAGIC)) return undefined
  const keyEnd = HEAD + file.readUInt32LE(MAGIC.length)
  const codeEnd = keyEnd + file.readUInt32LE(MAGIC.length + 4)
  if (codeEnd !== file.length) return undefined
  const keyBytes = file.subarray(HEAD, keyEnd)
  const code = file.subarray(keyEnd, codeEnd)
  if (!keyBytes.equals(Buffer.from(key))) return undefined
  return sum(keyBytes, code).equals(file.subarray(HEAD - 32, HEAD)) ? code : undefined
}
