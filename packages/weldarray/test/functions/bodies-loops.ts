/** Bodies with loops whose number of rounds depends on the data. They end for every argument, NaN and infinities too. */
export const loops = `
(a, b) => { let x = 0, y = 0, n = 0; while (n < 50 && x * x + y * y <= 4) { const t = x * x - y * y + a; y = 2 * x * y + b; x = t; n++ } return n }
(a, b) => { let x = 0, y = 0; for (let i = 0; i < 50; i++) { if (x * x + y * y > 4) return i; const t = x * x - y * y + a; y = 2 * x * y + b; x = t } return 50 }
(a, b) => { let x = 0, y = 0, i = 0; for (;;) { if (!(x * x + y * y <= 4) || i === 40) break; const t = x * x - y * y + a; y = 2 * x * y + b; x = t; ++i } return [x, y, i] }
a => { let x = 1; const v = Math.abs(a) + 1; for (let i = 0; i < 70; i++) { const s = (x * x - v) / (2 * x); x -= s; if (Math.abs(s) < 1e-12) break } return x }
a => { let x = a; for (let i = 0; i < 100; i++) x = x / 2 + 1; return x }
a => { let s = 0; for (let i = 0; i < 200; i++) { if (i % 3 === 0) continue; s += i * a } return s }
(a, b) => { a = Math.abs(a % 1e6) | 0; b = Math.abs(b % 1e6) | 0; while (b !== 0) { const t = a % b; a = b; b = t } return a }
(a, b) => { a = a & 0xffff; b = b & 0xffff; while (b) [a, b] = [b, a % b]; return a }
a => { let n = 0, v = a >>> 0; while (v) { v &= v - 1; n++ } return n }
a => { let n = (a & 1023) + 1, k = 0; while (n !== 1 && k < 300) { n = n % 2 === 0 ? n / 2 : 3 * n + 1; k++ } return k }
a => { let n = (a & 1023) + 1, k = 0; while (n > 1) { if (n & 1) { n = 3 * n + 1 | 0; k += 1; continue } n >>= 1; k += 2 } return k + n }
(a, b) => { let s = 0; for (let i = 0; i < Math.min(Math.abs(a * 5), 30); i++) { let j = 0; while (j * j < i + Math.min(b, 20)) { s += j; j++; if (s > 100) return -s } } return s }
(a, b) => { let s = 0; for (let i = 0; i < Math.min(Math.abs(a), 9); i++) for (let j = i; j < Math.min(Math.abs(b), 9); j++) s = s * 3 + i - j; return s }
(a, b) => { let s = 0; outer: for (let i = 0; i < 12; i++) { for (let j = 0; j < 12; j++) { if (j > a) continue outer; if (i > b) break outer; s += i * j + 1 } s += 0.5 } return s }
(a, b) => { let i = 0; outer: while (i < 20) { let j = 0; for (;;) { j++; if (j > 5) { i++; continue outer } if (a * j > b + i) break outer } } return i }
a => { let x = Math.abs(a % 1e9) + 1, n = 0; do { x = x / 2; n++; if (n === 3) continue; x = x * 0.9 } while (x > 0.01); return [n, x] }
a => { let n = 0; do n++; while (n < a && n < 30); return n }
a => { let n = 0; do { if (n > a) return -n; n += 2 } while (n < 31); return n }
(a, b) => { let z = [0, 0], n = 0; while (n < 20 && z[0] * z[0] + z[1] * z[1] < 4) { z = [z[0] * z[0] - z[1] * z[1] + a, 2 * z[0] * z[1] + b]; n++ } return [n, ...z] }
(a, b) => { const z = { re: 0, im: 0 }; let n = 0; while (n < 20 && z.re * z.re + z.im * z.im < 4) { const re = z.re * z.re - z.im * z.im + a; z.im = 2 * z.re * z.im + b; z.re = re; n++ } return n + z.re }
(a, b) => { const add = (p, q) => [p[0] + q[0], p[1] + q[1]]; const mul = (p, q) => [p[0] * q[0] - p[1] * q[1], p[0] * q[1] + p[1] * q[0]]; let z = [a, b]; let n = 0; for (; n < 15; n++) { if (!(z[0] * z[0] + z[1] * z[1] < 4)) break; z = add(mul(z, z), [a, b]) } return n }
a => { let x = a, n = 0; while (n < 5 && Math.abs(x) < 3) { x = Math.exp(x) - 1; n++ } return x }
a => { let x = a, n = 0; while (n < 6 && x > 0.1) { x = Math.log1p(Math.sin(x) + 1); n++ } return x + n }
(a, b) => { let x = a, n = 0; while (n < 4 && Math.abs(x) < 50) { x = Math.pow(Math.abs(x), 0.7) + Math.atan2(b, x); n++ } return x }
a => { let x = a, n = 0; while (x > 1 && n < 99) { x = Math.sqrt(x); n++ } return n }
a => { let x = a, up = false, n = 0; while (n < 20 && !(up && x > 5)) { if (x > 9) { up = !up; x = -x } else x += 1.25; n++ } return up ? n : x }
a => { let found = false, i = 0; for (; i < 40 && !found; i++) { if (i * i > a) found = true } return found ? i : -1 }
a => { let best = -1; for (let i = 0; i < 80; i++) { const v = Math.abs(i - a); if (best < 0 || v < best) best = v } return best }
a => { let lo = 0, hi = Math.min(Math.abs(a), 1e6) + 1; while (hi - lo > 1e-3) { const mid = (lo + hi) / 2; if (mid * mid > Math.abs(a)) hi = mid; else lo = mid } return lo }
a => { let last; for (let i = 0; i < 90; i++) { last = i * a; if (last > 100) break } return a }
a => { let x; let i = 0; do { x = a / ++i } while (i < 70 && x > 1); return x }
a => { let x = 1, y = 1; for (let i = 0; i < 75; i++) { const t = x + y; x = y; y = t % 1e6 } return x + a }
a => { let s = 0; for (let i = 10; i--;) { if (i < a) s += i; else s -= 1 } return s }
a => { let s = 0, i = 0; while (i++ < 66) s += i & 1 ? a : -1; return s + i }
a => { let s = 0; for (let i = 0, j = 80; i < j; i++, j--) s += i * j; return s + a }
a => { let h = a | 0; for (let i = 0; i < 70; i++) { h ^= h << 13; h ^= h >>> 17; h ^= h << 5 } return h }
a => { let h = 2166136261; for (let i = 0; i < 80; i++) { h = Math.imul(h ^ (a & 255) + i, 16777619) } return h >>> 0 }
a => { let x = a; for (let i = 0; i < 100; i++) { switch (i % 3) { case 0: x += 1; break; case 1: x *= 1.01; break; default: x -= 0.5 } if (x > 60) break } return x }
a => { let r = 0; for (let i = 0; i < 100; i++) { const f = (v) => { if (v > 50) return 2; return 1 }; r += f(i + a) } return r }
a => { const f = (v) => { for (let i = 0; i < 100; i++) if (i * i > v) return i; return -1 }; return f(a) + f(a / 2) }
(a, n) => { const f = (v, k) => { let p = 1; while (k > 0) { if (k & 1) p *= v; v *= v; k >>= 1 } return p }; return f(a, n & 15) }
a => { if (a > 1) { let k = 0; while (k * k < Math.min(a, 1e4)) k++; return k } return a }
a => { let s = 0; if (a > 0) for (let i = 0; i < Math.min(a, 40); i++) s += i; else for (let i = 0; i > Math.max(a, -40); i--) s += i * 2; return s }
a => { let x = a, i = 0; while (true) { if (i >= 100) return x; if (x !== x) return -1; x = x * 0.5 + 0.1; i++ } }
a => { let i = 0; while (i < 70) { i++; if (i > a) { return i } else if (i === 69) { break } } return -i }
`
  .trim()
  .split('\n')
