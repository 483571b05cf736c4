/**
 * Bodies without loops whose number of rounds depends on the data. A line is a function; where `**` stands in it, what comes after `⇒`
 * says the same without it, since a test can replace `Math.pow` alone. Squares and reciprocals written as powers are those.
 */
export const straight = String.raw`
x => x
x => -x
x => +x
x => x + 1
x => 1 - x
x => x * x - x / 3
(x, y) => x + y * 2
(x, y) => x / y
(x, y) => x % y
x => x % 2.5
x => -x % 3
x => x ** 2 ⇒ x => x * x
x => x ** -1 ⇒ x => 1 / x
(x, y) => x ** y ⇒ (x, y) => Math.pow(x, y)
(x, y) => Math.pow(x, y)
x => Math.pow(x, NaN)
x => Math.pow(1, x)
x => x | 0
x => ~x
x => ~~x
x => x >>> 0
x => x >> 3
x => x << 5
x => x >>> 7
(x, y) => x << y
(x, y) => x >> y
(x, y) => x >>> y
(x, y) => x & y
(x, y) => (x | y) ^ 0x55
x => (x | 0) + (x | 0) | 0
x => ((x | 0) - 2147483647) | 0
x => (x | 0) * (x | 0)
x => (x & 255) / 255
x => -(x | 0)
x => (x >>> 0) - (x | 0)
x => (x | 0) === x
x => (x | 0) < 3 ? 1 : x >>> 0
x => (x >>> 0) > (x | 0)
(x, y) => Math.imul(x, y)
x => Math.clz32(x)
x => Math.fround(x)
x => Math.abs(x)
x => Math.floor(x) + Math.ceil(x)
x => Math.round(x)
x => Math.trunc(x)
x => Math.sign(x)
x => Math.sqrt(x)
x => Math.cbrt(x)
x => Math.exp(x)
x => Math.expm1(x)
x => Math.log(x)
x => Math.log1p(x) + Math.log2(x) + Math.log10(x)
x => Math.sin(x)
x => Math.cos(x) * Math.tan(x)
x => Math.asin(x) - Math.acos(x)
x => Math.atan(x)
(x, y) => Math.atan2(x, y)
x => Math.sinh(x) / Math.cosh(x)
x => Math.tanh(x)
x => Math.asinh(x) + Math.acosh(x) + Math.atanh(x)
(x, y) => Math.hypot(x, y)
(x, y) => Math.hypot(x, y, 3)
x => Math.hypot(x)
() => Math.hypot()
(x, y) => Math.max(x, y)
(x, y) => Math.min(x, y)
(x, y) => Math.max(x, y, 0.5, -x)
x => Math.max(x)
() => Math.max()
() => Math.min()
x => Math.sqrt()
x => Math.atan2(x)
x => Math.PI * x + Math.E + Math.LN2 + Math.SQRT1_2 + Math.LOG2E
x => Number.EPSILON + Number.MAX_SAFE_INTEGER * x
x => isNaN(x)
x => Number.isNaN(x) ? 1 : 2
x => isFinite(x) && Number.isFinite(x)
x => Number.isInteger(x)
x => Number.isSafeInteger(x)
x => Number(x > 1) + Number(x)
x => Boolean(x)
x => !x
x => !!x
x => x > 1
(x, y) => x < y
(x, y) => x <= y
(x, y) => x >= y
(x, y) => x == y
(x, y) => x === y
(x, y) => x != y
(x, y) => x !== y
x => !(x < 1)
x => (x > 0) + (x > 1)
x => (x > 0) * 3 - true
x => -(x > 0)
x => (x > 0) == 1
x => (x > 0) === true
x => (x > 0) === 1
x => (x > 0) < 1
(x, y) => x > 0 && y > 0
(x, y) => x > 0 || y > 0
(x, y) => x && y
(x, y) => x || y
x => x > 0 && x * 2
(x, y) => x ?? y
x => x === null || x === undefined ? 1 : 2
x => x == null
x => x !== undefined
x => undefined + x
x => null + x
x => void x === undefined
x => typeof x === 'number' ? x : 0
x => typeof (x > 0)  === 'boolean'
x => typeof Math.sin === 'function' && typeof undefined === 'undefined'
(x, y) => x > y ? x : y
x => x > 1 ? x < 3 ? 10 : 20 : x < -1 ? 30 : 40
x => (x, 3)
() => 42
() => true
() => -0
x => 0x10 + 0b11 + 0o17 + 1e3 + .5 + 1_000
x => (x => x + 1)(x)
x => { return x }
x => { const y = x * 2; return y + y }
x => { let y = x; y += 1; y *= 2; y -= 3; y /= 4; y %= 5; return y }
x => { let y = x; y |= 1; y &= 7; y ^= 2; y <<= 2; y >>= 1; y >>>= 0; return y }
x => { let y = x; y **= 2; return y } ⇒ x => x * x
x => { let y = x; y ||= 5; y &&= 6; y ??= 7; return y }
x => { let y = x; return y++ + y }
x => { let y = x; return ++y * y-- - --y }
x => { var y; y = x; var z = y + 1; return z }
x => { if (x > 0) return 1; return -1 }
x => { if (x > 0) return 1; else return -1 }
x => { let s = 0; if (x > 0) s = 1; else if (x < 0) s = -1; return s }
x => { let s; if (x > 0) { s = 1 } else { s = 2 } return s }
x => { if (x > 10) return 1; if (x > 5) return 2; if (x > 0) return 3; return 4 }
x => { if (x > 0) { if (x > 1) { return 2 } } return x }
x => { let a = 0; if (x > 0) { a = 1; if (x > 2) return a * 10; a += 2 } return a }
(x, y) => { let t = x; if (x > y) { t = y; y = x } return y - t }
(x, y) => { if (x > y) { const t = x; x = y; y = t } return y - x }
x => { { let x = 3; { let x = 4 } } return x }
x => { const a = x; { const a = 2; x += a } return a + x }
x => { if (x > 0) { var y = 1 } else { y = 2 } return y }
x => { let r = 0; (x > 0 ? (r = 1) : (r = 2)); return r }
x => { let r = 0; x > 0 && (r = 5); return r }
x => { let n = 0; const f = () => { n++; return n }; f(); f(); return n + x }
x => { function sq(a) { return a * a } return sq(x) + sq(2) }
x => { return sq(x); function sq(a) { return a * a } }
x => { const sq = function inner(a) { return a * a }; return sq(sq(x)) }
x => { const clamp = (v, lo, hi) => Math.min(Math.max(v, lo), hi); return clamp(x, 0, 1) }
x => { const f = (a) => { if (a > 1) return 1; if (a > 0) return 2; return 3 }; return f(x) + f(-x) }
(x, y = 2) => x * y
x => { const f = (a, b = a + 1) => a * b; return f(x) + f(x, 3) }
x => { const f = (...r) => r[0] + r.length; return f(x, 1, 2) }
(...all) => all[0] + all.length
(x, ...rest) => x + rest.length
x => Math.max(...[x, 1, 2])
x => { const a = [x, x * 2, 3]; return a[0] + a[1] * a[2] + a.length }
x => { const a = [1, 2]; a[0] = x; const b = a; b[1] += 5; return a[0] + a[1] }
x => { const a = [0, 0]; if (x > 0) a[0] = 1; else a[1] = 2; return a[0] * 10 + a[1] }
x => { const p = { re: x, im: 1 }; p.re *= 2; return p.re + p['im'] }
x => { const { re, im: q = 4 } = { re: x }; return re + q }
x => { const [a, b = 3, ...c] = [x, undefined, 1, 2]; return a + b + c.length + c[1] }
(x, y) => { [x, y] = [y, x]; return x - 2 * y }
(x, y) => { const add = ([a, b], [c, d]) => [a + c, b + d]; const [u, v] = add([x, y], [1, 2]); return u * v }
(x, y) => { const mul = (a, b) => ({ re: a.re * b.re - a.im * b.im, im: a.re * b.im + a.im * b.re }); const z = mul({ re: x, im: y }, { re: x, im: y }); return z.re + z.im }
x => { const p = x > 0 ? [x, 1] : [2, -x]; return p[0] * p[1] }
x => { const k = 1; return [x, x * 2, x * 3][k] }
x => [x + 1, x > 0]
(x, y) => { if (x > y) return [x, y]; return [y, x] }
x => { switch (x) { case 1: return 10; case 0: return 20; default: return 30 } }
x => { let r = 0; switch (Math.sign(x)) { case 1: r += 1; case 0: r += 10; break; case -1: r += 100 } return r }
x => { switch (true) { case x > 1: return 1; case x > 0: return 2 } return 3 }
x => { let r = x; a: { if (r > 0) break a; r = -r; if (r > 1) break a; r = 9 } return r }
x => { let s = 0; for (let i = 0; i < 5; i++) s += x * i; return s }
x => { let s = 0; for (let i = 4; i >= 0; i--) { if (i === 2) continue; s = s * x + i } return s }
x => { let s = 1; for (const c of [1, 2, 3]) s = s * x + c; return s }
x => { const c = [1, 0.5, 0.25]; let s = 0; for (let i = 0; i < c.length; i++) s = s * x + c[i]; return s }
x => { let s = 0; for (let i = 0; i < 3; i++) for (let j = 0; j <= i; j++) s += (i - j) * x; return s }
x => { let i = 0, s = x; while (i < 6) { s = s / 2 + 1; i++ } return s + i }
x => { let i = 0, s = x; do { s += i } while (++i < 3); return s }
x => { let s = 0; for (let i = 0; i < 4; i++) { if (x < i) return -s; s += x * i } return s }
x => { let s = 0; for (let i = 0; i < 6; i++) { if (i > x) break; s += i } return s }
x => { let s = 0; outer: for (let i = 0; i < 3; i++) { for (let j = 0; j < 3; j++) { if (j > x) continue outer; if (i > 1) break outer; s += i + j + 1 } } return s }
x => { "use strict"; const halved = x / 2; return halved }
function (x) { return x * 3 }
function named(x) { return x - 0.5 }
x=>{let t=x*x;return t>4?(t-=4,t/2):t}
function(e,t){var n=e*e,r=t*t;return n>r?Math.sqrt(n-r):-Math.sqrt(r-n)}
function (x) { var _a; var y = (_a = x) !== null && _a !== void 0 ? _a : 3; return (0, Math.abs)(y); }
x => { const a = [0, 0]; let k = 0; a[k++] += 1; return a[0] * 10 + k + x }
x => { const a = [0, 0]; let k = 0; a[k++]++; return a[0] * 10 + k + x }
x => { const a = [0, 0]; let i = 0; a[i++] = i; return a[0] * 10 + a[1] + x }
x => { const a = [0, 0]; let i = 0; a[i] = (i = 1, 5); return a[0] * 10 + a[1] + x }
x => { let f = null, s = 0; for (let i = 0; i < 3; i++) { if (i === 0) f = () => i; s += f() } return s + x }
x => { let f = null, s = 0; for (let i = 0; i < 3; i++) { if (i === 1) f = () => i } return f() + x }
x => { let s = 0; for (let i = 0; i < 5; i++) { const next = () => i++; if (x > i) next(); s += i } return s }
x => { switch (x) { default: return 1; case 1: return 3 } }
x => { switch (x) { case 3: return 9; default: x = 2; case 1: return x; case 0: return 5 } }
x => { let n = 0; switch (x) { case n++: return n; default: n *= 10; case n++ + 1: n += 100 } return n }
x => { const o = { a: 1 }; return o?.a + x }
x => { const o = null; return (o?.a.b.c(x) ?? 4) + x }
x => Math?.abs(x)
x => { const f = undefined; return f?.(x) ?? x }
x => { let n = 0; const f = undefined; f?.(n++); return n + x }
x => { const { a, ...r } = { a: 1, b: 2, c: x }; return r.b + r.c }
x => { const o = { a: 1, ...{ b: x }, ...null, a: 3 }; return o.a + o.b }
x => M\u0061th.sqrt(\u0078)
x => { const Math = { sqrt: (v) => v * 100 }; return Math.sqrt(x) }
(x, Math) => x + Math
x => { const NaN = 3, undefined = 4; return NaN + undefined + x }
x => { let Infinity = x; return -Infinity }
x => { const { sqrt, PI: tau } = { sqrt: Math.sqrt, PI: 6 }; return sqrt(x) * tau }
x => { const m = Math.exp; return m(x) }
x => x /* comment } */ + 1 // another {
x => { /* => */ return x; }
`
  .trim()
  .split('\n')
