import { GetAccountSummaryCommand } from '@aws-sdk/client-iam'
import { operation } from '../operation.ts'
import { isOf } from './mfa-device.ts'

/** Counts and quotas. Key names are the model's (summaryKeyType), quotas those of a new account (reference_iam-quotas). */
export const getAccountSummary = operation(GetAccountSummaryCommand, (_, { state }) => {
  const devices = [...state.mfaDevices.values()]
  const attached = new Set(
    [...state.users.values(), ...state.groups.values(), ...state.roles.values()].flatMap(
      ({ attached }) => attached,
    ),
  )
  const rootHas = devices.some(device => isOf(device, { type: 'root' }))
  const rootKeys = [...state.accessKeys.values()].some(({ owner }) => owner.type === 'root')
  return {
    SummaryMap: {
      Users: state.users.size,
      UsersQuota: 5000,
      Groups: state.groups.size,
      GroupsQuota: 300,
      GroupsPerUserQuota: 10,
      Roles: state.roles.size,
      RolesQuota: 1000,
      Policies: state.policies.size,
      PoliciesQuota: 1500,
      PolicySizeQuota: 6144,
      PolicyVersionsInUse: attached.size,
      PolicyVersionsInUseQuota: 10000,
      VersionsPerPolicyQuota: 5,
      AttachedPoliciesPerUserQuota: 10,
      AttachedPoliciesPerGroupQuota: 10,
      AttachedPoliciesPerRoleQuota: 10,
      UserPolicySizeQuota: 2048,
      GroupPolicySizeQuota: 5120,
      RolePolicySizeQuota: 10240,
      AssumeRolePolicySizeQuota: 2048,
      InstanceProfiles: state.instanceProfiles.size,
      InstanceProfilesQuota: 1000,
      ServerCertificates: 0,
      ServerCertificatesQuota: 20,
      SigningCertificatesPerUserQuota: 2,
      AccessKeysPerUserQuota: 2,
      Providers: 0,
      MFADevices: devices.length,
      MFADevicesInUse: devices.filter(({ enabledAt }) => enabledAt !== undefined).length,
      AccountMFAEnabled: rootHas ? 1 : 0,
      AccountAccessKeysPresent: rootKeys ? 1 : 0,
      AccountPasswordPresent: 1,
      AccountSigningCertificatesPresent: 0,
      GlobalEndpointTokenVersion: 1,
    },
  }
})
