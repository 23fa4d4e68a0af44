import { compared } from './compared.ts'

/** "An integer or decimal value". */
const number = (text: string): number => (/^[+-]?(\d+\.?\d*|\.\d+)$/.test(text) ? Number(text) : NaN)

export const numeric = compared('Numeric', number)
