import { NotAgreed, OnlyByHand, Refused, type Ask, type Consent, type Page } from '../lab/console.ts'
import { initialValues, type Values } from '../lab/field.ts'
import { codeOf, timeStep } from '../lab/mfa.ts'
import { about, valuesOf, type Sitting } from '../lab/sitting.ts'
import { storeSeed } from './seed-file.ts'
import type { Step } from '../lab/step.ts'

/** Nothing was typed that could be wrong: the credentials are somebody else's. */
class WrongIdentity extends Refused {
  override name = 'WrongIdentity'
}

/** What answering a page needs to know. `now` is the machine's time: codes go by that. */
export type Answering = {
  step: Step
  sitting: Sitting
  steps: readonly Step[]
  now: () => Date
  say: (line: string) => void
  /** The account that the person has named with a yes: its changes are agreed to. */
  agreedTo?: string | undefined
  /** Whether the person gives their word for what no API shows of this step. */
  attested?: boolean
}

/** Answers pages without a person: with the step's own values, else with what stands in the page, and computes the codes. A refusal is an error. */
export const answering =
  ({ step, sitting, steps, now, say, agreedTo, attested = false }: Answering): Ask =>
  async (page, problem) => {
    const wanted = codeFields(page)
    const optional = wanted.length > 0 && wanted.every(name => page.fields[name]!.optional)
    if (problem !== undefined) {
      if (optional) return Object.fromEntries(wanted.map(name => [name, '']))
      throw Object.keys(page.fields).length === 0 ? new WrongIdentity(problem) : new Refused(problem)
    }
    if (page.consent) return { Typed: agreeing(page.consent, agreedTo) }
    if (page.byHand) {
      if (!attested) throw new OnlyByHand(page)
      return {}
    }
    if (optional) return { [wanted[0]!]: await proof(sitting, now()) }
    if (page.shows && sitting.account.guarded) await storeSeed(page.shows, step, sitting, steps, say)
    const codes = page.shows
      ? await enrolmentCodes(page.shows.seed, now())
      : wanted.length > 0
        ? [await usableCode({ step, sitting, steps, now, say })]
        : []
    return {
      ...initialValues(page.fields, about(sitting, steps)),
      ...ownValues(page, valuesOf(step, sitting, steps)),
      ...Object.fromEntries(wanted.map((name, index) => [name, codes[index] ?? ''])),
    }
  }

/** What is typed for a consent: the account's id where it was named. What others have or gain is never agreed to unasked. */
const agreeing = (consent: Consent, agreedTo: string | undefined): string => {
  if (consent.about === 'account' && agreedTo !== undefined && consent.type.includes(agreedTo))
    return agreedTo
  throw consent.about === 'account'
    ? new NotAgreed(consent, `Nothing was changed. To agree, add --yes --account-id ${consent.type[0]}.`)
    : new NotAgreed(consent)
}

/** The code of the present time step of the device that was just made; enrolment took those of the two before. */
const proof = async ({ held }: Sitting, now: Date): Promise<string> =>
  held.mfaDevice ? codeOf(held.mfaDevice.seed, timeStep(now.getTime())) : ''

const codeFields = (page: Page): string[] =>
  Object.entries(page.fields).flatMap(([name, { type }]) => (type === 'code' ? [name] : []))

const ownValues = (page: Page, values: Values): Values =>
  Object.fromEntries(Object.entries(values).filter(([name]) => name in page.fields))

/** The codes of the two time steps before the present one, so that the present one is still good for signing in. */
const enrolmentCodes = (seed: string, now: Date): Promise<string[]> => {
  const step = timeStep(now.getTime())
  return Promise.all([codeOf(seed, step - 2), codeOf(seed, step - 1)])
}

/** A code that was not used yet; where the next ones were used too, it waits for one. */
const usableCode = async (answering: Answering): Promise<string> => {
  for (;;) {
    const { usable, secondsLeft } = device(answering)
    if (usable !== undefined) return usable
    answering.say(`The codes of now were used already. Waiting ${secondsLeft} s for the next.`)
    await answering.sitting.pause(secondsLeft * 1000)
  }
}

/** The phone's entry for whoever signs in: the admin's device has the name that was chosen for it, root's has another. */
const device = ({ step, sitting, steps }: Answering) => {
  const codes = sitting.account.phone?.codes() ?? []
  const name = about(sitting, steps).chosen('admin-mfa')['VirtualMFADeviceName']
  const found =
    codes.find(
      ({ serialNumber }) => serialNumber.endsWith(`:mfa/${name}`) === (step.id === 'admin-sign-in'),
    ) ?? codes[0]
  if (found === undefined)
    throw new Refused('A code is asked for, and the virtual phone has no device that makes one.')
  return found
}
