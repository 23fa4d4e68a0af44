import type { State } from '../../src/sim/state.ts'
import { userNamed } from './rows.ts'

/** Grace, who may do everything and has a console password that was used. */
export const admin = ({ users }: State): void =>
  users.put('grace', {
    ...userNamed('grace'),
    attached: ['arn:aws:iam::aws:policy/AdministratorAccess'],
    loginProfile: {
      password: 'Correct-Horse-1',
      previous: [],
      createdAt: '2026-01-02T00:00:00Z',
      changedAt: '2026-01-02T00:00:00Z',
      resetRequired: false,
    },
    passwordLastUsed: '2026-02-01T08:00:00Z',
  })
