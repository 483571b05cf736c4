// Why a function runs in JavaScript, at the call, element by element or on few elements.
const REASONS = {
  'it calls a function of the caller': 'apply_along_axis apply_over_axes vectorize',
}

const reasons = new Map(Object.entries(REASONS).flatMap(([reason, names]) => names.split(' ').map((name) => [name, reason])))

export const eagerReasonOf = (name) => reasons.get(name)
