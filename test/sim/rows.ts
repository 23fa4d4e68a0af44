import type { GroupRow, UserRow } from '../../src/sim/state.ts'

/** A user as `iam:CreateUser` leaves it. */
export const userNamed = (name: string): UserRow => ({
  name,
  path: '/',
  id: `AIDA${name.toUpperCase()}`,
  createdAt: '2026-01-01T00:00:00.000Z',
  tags: [],
  groups: [],
  attached: [],
  inline: {},
  accessKeys: [],
  mfaDevices: [],
})

/** A group as `iam:CreateGroup` leaves it. */
export const groupNamed = (name: string): GroupRow => ({
  name,
  path: '/',
  id: `AGPA${name.toUpperCase()}`,
  createdAt: '2026-01-01T00:00:00.000Z',
  attached: [],
  inline: {},
})
