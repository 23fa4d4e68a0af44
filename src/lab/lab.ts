import type { Step } from './step.ts'
import { accountAlias } from './steps/account-alias.ts'
import { adminGroup } from './steps/admin-group.ts'
import { adminMfa } from './steps/admin-mfa.ts'
import { adminSignIn } from './steps/admin-sign-in.ts'
import { adminUser } from './steps/admin-user.ts'
import { billingAccess } from './steps/billing-access.ts'
import { credentialsCsv } from './steps/credentials-csv.ts'
import { passwordPolicy } from './steps/password-policy.ts'
import { rootMfa } from './steps/root-mfa.ts'
import { rootSignIn } from './steps/root-sign-in.ts'
import { rootSignOut } from './steps/root-sign-out.ts'

/** The lab: eleven steps, in this order. */
export const steps: readonly Step[] = [
  rootSignIn,
  accountAlias,
  rootMfa,
  billingAccess,
  passwordPolicy,
  adminGroup,
  adminUser,
  credentialsCsv,
  rootSignOut,
  adminSignIn,
  adminMfa,
]
