const sorted = numbers => numbers.toSorted((one, other) => one - other)

/** The value that a share of all values (0 to 1) does not exceed. */
export const quantile = (numbers, share) =>
  sorted(numbers)[Math.min(numbers.length - 1, Math.floor(numbers.length * share))]

export const median = numbers => quantile(numbers, 0.5)

export const mean = numbers => numbers.reduce((sum, number) => sum + number, 0) / numbers.length

/** `12.3 ms`, `201 µs` */
export const time = milliseconds =>
  milliseconds < 1
    ? `${(milliseconds * 1000).toFixed(0)} µs`
    : `${milliseconds.toFixed(milliseconds < 100 ? 1 : 0)} ms`

/** `label ........ value` */
export const row = (label, value) => `${label.padEnd(58, ' .')} ${value}`
