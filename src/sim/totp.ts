import { generateSecret, generateSync } from 'otplib'
import type { MFADeviceRow } from './state.ts'

/** A new seed: 40 random bytes as 64 Base32 characters. */
export const newSeed = (): string => generateSecret({ length: 40 })

/** Codes change every 30 s: the number of the time step that a moment lies in. */
export const stepAt = (date: Date): number => Math.floor(date.getTime() / 30_000)

const codeOfStep = (seed: string, step: number): string => generateSync({ secret: seed, epoch: step * 30 })

/** The code that a phone shows at a moment. */
export const codeAt = (seed: string, date: Date): string => codeOfStep(seed, stepAt(date))

/** How far the second code's step may lie from now when a device is enabled or resynchronized (recorded from AWS). */
const enrolment = { behind: 998, ahead: 1000 }
/** How far a code's step may lie from now, the device's drift counted in, when somebody signs in (recorded from AWS). */
const signingIn = 2

/**
 * The device after two codes that follow each other, in order and newer than the last ones that were taken; undefined when they are not.
 * How far its clock is off is kept as its drift. Looks outwards from now, so that a clock that is right is found at once.
 */
export const synchronized = (
  device: Readonly<MFADeviceRow>,
  code1: string,
  code2: string,
  machineNow: Date,
): MFADeviceRow | undefined => {
  const now = stepAt(machineNow)
  const { seed, lastStep = -Infinity } = device
  for (let distance = 0; distance <= enrolment.ahead; distance++) {
    for (const offset of distance === 0 ? [0] : [distance, -distance]) {
      const second = now + offset
      if (offset < -enrolment.behind || second - 1 <= lastStep) continue
      if (codeOfStep(seed, second) === code2 && codeOfStep(seed, second - 1) === code1)
        return { ...device, lastStep: second, drift: driftOf(offset) }
    }
  }
  return undefined
}

/** A person takes a moment to type: a code that is a step or two old says nothing of the clock. */
const driftOf = (offset: number): number => (Math.abs(offset) <= signingIn ? 0 : offset)

/** The device after one code that signs in: near now, and newer than the last one that was taken; undefined when it is not. */
export const verifyCode = (
  device: Readonly<MFADeviceRow>,
  code: string,
  machineNow: Date,
): MFADeviceRow | undefined => {
  const { seed, lastStep = -Infinity, drift = 0 } = device
  const now = stepAt(machineNow) + drift
  const step = [0, -1, 1, -2, signingIn]
    .map(offset => now + offset)
    .find(step => step > lastStep && codeOfStep(seed, step) === code)
  return step === undefined ? undefined : { ...device, lastStep: step }
}

/** Nine codes a device may be tried with in three minutes (recorded from AWS). */
const allowed = { attempts: 9, milliseconds: 180_000 }

/** The device with one more attempt noted, and whether it was one too many. */
export const attempted = (
  device: Readonly<MFADeviceRow>,
  machineNow: Date,
): { device: MFADeviceRow; tooMany: boolean } => {
  const recent = device.attempts.filter(at => machineNow.getTime() - Date.parse(at) < allowed.milliseconds)
  const tooMany = recent.length >= allowed.attempts
  return {
    device: { ...device, attempts: tooMany ? recent : [...recent, machineNow.toISOString()] },
    tooMany,
  }
}
