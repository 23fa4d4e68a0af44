/** What a step plans, how its undo takes it back, and how it is proved, in a fresh account. */
export type Row = { id: string; plan: string[]; undo: string[]; level: 'applied' | 'verified' | 'attested' }

/** The whole lab, step by step: the same for the simulated account and for a real one. */
export const table: Row[] = [
  { id: 'root-sign-in', plan: ['console sign-in-as-root'], undo: [], level: 'verified' },
  { id: 'account-alias', plan: ['CreateAccountAlias'], undo: ['DeleteAccountAlias'], level: 'applied' },
  {
    id: 'root-mfa',
    plan: ['console activate-root-mfa'],
    undo: ['console deactivate-root-mfa'],
    level: 'verified',
  },
  {
    id: 'billing-access',
    plan: ['console activate-iam-access-to-billing'],
    undo: ['console deactivate-iam-access-to-billing'],
    level: 'attested',
  },
  {
    id: 'password-policy',
    plan: ['UpdateAccountPasswordPolicy'],
    undo: ['DeleteAccountPasswordPolicy'],
    level: 'applied',
  },
  {
    id: 'admin-group',
    plan: ['CreateGroup', 'AttachGroupPolicy'],
    undo: ['DetachGroupPolicy', 'DeleteGroup'],
    level: 'applied',
  },
  {
    id: 'admin-user',
    plan: ['CreateUser', 'AddUserToGroup', 'CreateLoginProfile', 'CreateAccessKey'],
    undo: ['DeleteAccessKey', 'DeleteLoginProfile', 'RemoveUserFromGroup', 'DeleteUser'],
    level: 'applied',
  },
  { id: 'credentials-csv', plan: ['here write'], undo: ['here delete'], level: 'applied' },
  { id: 'root-sign-out', plan: ['console sign-out'], undo: [], level: 'applied' },
  { id: 'admin-sign-in', plan: ['console sign-in-as-admin'], undo: [], level: 'verified' },
  {
    id: 'admin-mfa',
    plan: ['CreateVirtualMFADevice', 'EnableMFADevice'],
    undo: ['DeactivateMFADevice', 'DeleteVirtualMFADevice'],
    level: 'applied',
  },
]
