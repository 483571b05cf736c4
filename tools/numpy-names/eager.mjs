// Why a function runs in JavaScript, at the call: element by element, or on few elements.
const REASONS = {
  "it calls the caller's function": 'apply_along_axis apply_over_axes vectorize',
  'files, bytes and single elements':
    'frombuffer fromfile fromiter fromstring genfromtxt load loadtxt save savetxt savez savez_compressed byteswap item tobytes tofile tolist',
  'the first and the last that is not zero are looked for': 'trim_zeros',
  'polynomials have few coefficients':
    'poly polyadd polyder polydiv polyfit polyint polymul polysub roots polyline polymulx polypow polyfromroots polytrim polyroots',
  'factorizations go step by step; the products of their blocks are kernels':
    'cholesky cond det eig eigh eigvals eigvalsh inv lstsq matrix_rank pinv qr slogdet solve svd svdvals tensorinv tensorsolve',
}

const reasons = new Map(Object.entries(REASONS).flatMap(([reason, names]) => names.split(' ').map((name) => [name, reason])))

export const eagerReasonOf = (name) => reasons.get(name)
