import type { PhoneCode } from '../lab/account.ts'
import type { Page } from '../lab/console.ts'
import { currentStep, type State } from './state.ts'

/** The device whose codes a page wants: the one it sets up, else that of whoever signs in there. */
export const deviceFor = (codes: PhoneCode[], page: Page, step: string): PhoneCode | undefined => {
  const name = page.shows && /^otpauth:\/\/totp\/([^@?]*)/.exec(page.shows.otpauth)?.[1]
  const named =
    name && codes.find(({ serialNumber }) => serialNumber.endsWith(`/${decodeURIComponent(name)}`))
  if (named) return named
  const ofRoot = ({ serialNumber }: PhoneCode) => serialNumber.endsWith('/root-account-mfa-device')
  return codes.findLast(code => ofRoot(code) === (step === 'root-sign-in'))
}

/** The devices that matter on this screen: the one whose codes are asked for, else all. */
export const devicesFor = (codes: PhoneCode[], state: State): PhoneCode[] => {
  const { phase } = state
  const asks = phase.at === 'asking' && Object.values(phase.page.fields).some(({ type }) => type === 'code')
  const device = asks && deviceFor(codes, phase.page, currentStep(state))
  return device ? [device] : codes
}
