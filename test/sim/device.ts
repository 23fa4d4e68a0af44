import type { Owner, MFADeviceRow, State } from '../../src/sim/state.ts'
import { codeAt } from '../../src/sim/totp.ts'

/** The secret of RFC 6238's test values, twice: as long as AWS's are. */
export const seed = 'GEZDGNBVGY3TQOJQ'.repeat(4)

/** The serial number of a virtual device, which is its ARN. */
export const serialOf = (name: string): string => `arn:aws:iam::111122223333:mfa/${name}`

/** A device as `iam:CreateVirtualMFADevice` leaves it. */
export const deviceNamed = (name: string): MFADeviceRow => ({
  serialNumber: serialOf(name),
  name,
  path: '/',
  seed,
  createdAt: '2026-01-03T00:00:00Z',
  tags: [],
  attempts: [],
})

/** Puts a device into the account, of nobody unless the row says otherwise. */
export const addDevice = ({ mfaDevices }: State, name: string, row: Partial<MFADeviceRow> = {}): void =>
  mfaDevices.put(serialOf(name).toLowerCase(), { ...deviceNamed(name), ...row })

/** Puts an enabled device into the account: a user's, or root's when no name is given. */
export const addDeviceOf = (
  state: State,
  userName: string | undefined,
  name: string,
  row: Partial<MFADeviceRow> = {},
): void => {
  const user = userName === undefined ? undefined : state.users.get(userName)!
  const owner: Owner = user === undefined ? { type: 'root' } : { type: 'user', userId: user.id }
  addDevice(state, name, { owner, enabledAt: '2026-01-03T00:01:00Z', ...row })
  if (user) state.users.put(user.name, { ...user, mfaDevices: [...user.mfaDevices, serialOf(name)] })
}

/** The code that a phone shows so many steps of 30 s from now. */
export const codeIn = (steps: number, of = seed): string => codeAt(of, new Date(Date.now() + steps * 30_000))

/** Two codes that enable a device: the one before and the one of so many steps from now. */
export const codes = (steps = 0) => ({
  AuthenticationCode1: codeIn(steps - 1),
  AuthenticationCode2: codeIn(steps),
})
