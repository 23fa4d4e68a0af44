/** What a form may know without asking the account again. */
export type About = {
  /** Twelve digits; empty until somebody has signed in. */
  accountId: string
  /** Where state is kept: the csv's default path starts here. */
  home: string
  /** What was chosen in a step, by its id. */
  chosen: (step: string) => Values
  /** The password policy in force, as last read; undefined when the account has none. */
  passwordPolicy: PasswordPolicyInForce | undefined
  /** A generated password, the same for the whole run. */
  suggestedPassword: string
}

/** The part of IAM's password policy that a new password is held to. */
export type PasswordPolicyInForce = {
  MinimumPasswordLength?: number | undefined
  RequireSymbols?: boolean | undefined
  RequireNumbers?: boolean | undefined
  RequireUppercaseCharacters?: boolean | undefined
  RequireLowercaseCharacters?: boolean | undefined
}

/** One thing the learner fills in. A value is always text: `true` or `false` for a switch, digits for an integer. */
export type Field = {
  label: string
  type: 'text' | 'password' | 'code' | 'integer' | 'switch'
  /** The limits, in words. */
  limits: string
  /** What stands there at first: text, or made from what is known (`defaultInWords` then says how). */
  initial: string | ((about: About) => string)
  defaultInWords?: string
  /** May be left empty. */
  optional?: boolean
  /** An integer's range. */
  min?: number
  max?: number
  /** What is wrong with a value that is within the limits above, in a sentence that says the way on. */
  problem?: (value: string, about: About) => string | undefined
}
export type Fields = Record<string, Field>
export type Values<F extends Fields = Fields> = { [Name in keyof F]: string }

/** What stands in a form before anybody has typed. */
export const initialValues = <F extends Fields>(fields: F, about: About): Values<F> =>
  Object.fromEntries(
    Object.entries(fields).map(([name, { initial }]) => [
      name,
      typeof initial === 'function' ? initial(about) : initial,
    ]),
  ) as Values<F>

/** What is wrong with one value, in a sentence; undefined when nothing is. */
export const problemWith = (field: Field, value: string, about: About): string | undefined => {
  if (value === '') return field.optional ? undefined : `${field.label} is empty. ${field.limits}`
  if (field.type === 'switch' && value !== 'true' && value !== 'false') return `Say true or false.`
  if (field.type === 'code' && !/^\d{6}$/.test(value)) return 'A code is six digits.'
  if (field.type === 'integer') {
    const number = Number(value)
    if (!/^\d{1,9}$/.test(value) || number < (field.min ?? 0) || number > (field.max ?? Infinity))
      return field.limits
  }
  return field.problem?.(value, about)
}

/** Everything wrong with a form, by field name. */
export const problems = (fields: Fields, values: Values, about: About): Record<string, string> =>
  Object.fromEntries(
    Object.entries(fields).flatMap(([name, field]) => {
      const problem = problemWith(field, values[name] ?? '', about)
      return problem === undefined ? [] : [[name, problem]]
    }),
  )
