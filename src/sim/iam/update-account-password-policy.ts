import { UpdateAccountPasswordPolicyCommand } from '@aws-sdk/client-iam'
import { operation } from '../operation.ts'

/** Replaces the policy whole: what is left out goes back to AWS's default (API_UpdateAccountPasswordPolicy). */
export const updateAccountPasswordPolicy = operation(
  UpdateAccountPasswordPolicyCommand,
  (input, { state }) => {
    const { MaxPasswordAge, PasswordReusePrevention, HardExpiry } = input
    state.setAccount({
      passwordPolicy: {
        MinimumPasswordLength: input.MinimumPasswordLength ?? 6,
        RequireSymbols: input.RequireSymbols ?? false,
        RequireNumbers: input.RequireNumbers ?? false,
        RequireUppercaseCharacters: input.RequireUppercaseCharacters ?? false,
        RequireLowercaseCharacters: input.RequireLowercaseCharacters ?? false,
        AllowUsersToChangePassword: input.AllowUsersToChangePassword ?? false,
        ...(MaxPasswordAge !== undefined && { MaxPasswordAge }),
        ...(PasswordReusePrevention !== undefined && { PasswordReusePrevention }),
        ...(HardExpiry !== undefined && { HardExpiry }),
      },
    })
  },
)
