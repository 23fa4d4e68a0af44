import type { GroupRow, PolicyRow, RoleRow, UserRow } from '../../src/sim/state.ts'

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

/** A role as `iam:CreateRole` leaves it, which the account trusts unless the row says otherwise. */
export const roleNamed = (name: string, row: Partial<RoleRow> = {}): RoleRow => ({
  name,
  path: '/',
  id: `AROA${name.toUpperCase().padEnd(17, 'A')}`,
  createdAt: '2026-01-01T00:00:00.000Z',
  maxSessionDuration: 3600,
  trust: trusting({ AWS: 'arn:aws:iam::111122223333:root' }),
  tags: [],
  attached: [],
  inline: {},
  ...row,
})

/** A trust policy. */
export const trusting = (
  Principal: object | string,
  Condition?: object,
  Action: string[] | string = 'sts:AssumeRole',
) =>
  JSON.stringify({
    Version: '2012-10-17',
    Statement: [{ Effect: 'Allow', Principal, Action, ...(Condition && { Condition }) }],
  })

/** A policy as `iam:CreatePolicy` leaves it, which allows everything. */
export const policyNamed = (name: string): PolicyRow => ({
  name,
  path: '/',
  id: `ANPA${name.toUpperCase()}`,
  createdAt: '2026-01-01T00:00:00Z',
  updatedAt: '2026-01-01T00:00:00Z',
  tags: [],
  versions: [
    {
      id: 'v1',
      document: '{"Statement":{"Effect":"Allow","Action":"*","Resource":"*"}}',
      createdAt: '2026-01-01T00:00:00Z',
    },
  ],
  defaultVersion: 'v1',
  newest: 1,
})
