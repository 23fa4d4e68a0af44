import type { Operation } from './operation.ts'
import { deleteAlternateContact } from './account/delete-alternate-contact.ts'
import { getAccountInformation } from './account/get-account-information.ts'
import { getAlternateContact } from './account/get-alternate-contact.ts'
import { getContactInformation } from './account/get-contact-information.ts'
import { putAlternateContact } from './account/put-alternate-contact.ts'
import { putContactInformation } from './account/put-contact-information.ts'
import { lookupEvents } from './cloudtrail/lookup-events.ts'
import { addRoleToInstanceProfile } from './iam/add-role-to-instance-profile.ts'
import { addUserToGroup } from './iam/add-user-to-group.ts'
import { attachGroupPolicy } from './iam/attach-group-policy.ts'
import { attachRolePolicy } from './iam/attach-role-policy.ts'
import { attachUserPolicy } from './iam/attach-user-policy.ts'
import { changePassword } from './iam/change-password.ts'
import { createAccessKey } from './iam/create-access-key.ts'
import { createAccountAlias } from './iam/create-account-alias.ts'
import { createGroup } from './iam/create-group.ts'
import { createInstanceProfile } from './iam/create-instance-profile.ts'
import { createLoginProfile } from './iam/create-login-profile.ts'
import { createPolicyVersion } from './iam/create-policy-version.ts'
import { createPolicy } from './iam/create-policy.ts'
import { createRole } from './iam/create-role.ts'
import { createUser } from './iam/create-user.ts'
import { createVirtualMFADevice } from './iam/create-virtual-mfa-device.ts'
import { deactivateMFADevice } from './iam/deactivate-mfa-device.ts'
import { deleteAccessKey } from './iam/delete-access-key.ts'
import { deleteAccountAlias } from './iam/delete-account-alias.ts'
import { deleteAccountPasswordPolicy } from './iam/delete-account-password-policy.ts'
import { deleteGroupPolicy } from './iam/delete-group-policy.ts'
import { deleteGroup } from './iam/delete-group.ts'
import { deleteInstanceProfile } from './iam/delete-instance-profile.ts'
import { deleteLoginProfile } from './iam/delete-login-profile.ts'
import { deletePolicyVersion } from './iam/delete-policy-version.ts'
import { deletePolicy } from './iam/delete-policy.ts'
import { deleteRolePermissionsBoundary } from './iam/delete-role-permissions-boundary.ts'
import { deleteRolePolicy } from './iam/delete-role-policy.ts'
import { deleteRole } from './iam/delete-role.ts'
import { deleteUserPermissionsBoundary } from './iam/delete-user-permissions-boundary.ts'
import { deleteUserPolicy } from './iam/delete-user-policy.ts'
import { deleteUser } from './iam/delete-user.ts'
import { deleteVirtualMFADevice } from './iam/delete-virtual-mfa-device.ts'
import { detachGroupPolicy } from './iam/detach-group-policy.ts'
import { detachRolePolicy } from './iam/detach-role-policy.ts'
import { detachUserPolicy } from './iam/detach-user-policy.ts'
import { enableMFADevice } from './iam/enable-mfa-device.ts'
import { generateCredentialReport } from './iam/generate-credential-report.ts'
import { getAccessKeyLastUsed } from './iam/get-access-key-last-used.ts'
import { getAccountAuthorizationDetails } from './iam/get-account-authorization-details.ts'
import { getAccountPasswordPolicy } from './iam/get-account-password-policy.ts'
import { getAccountSummary } from './iam/get-account-summary.ts'
import { getContextKeysForCustomPolicy } from './iam/get-context-keys-for-custom-policy.ts'
import { getContextKeysForPrincipalPolicy } from './iam/get-context-keys-for-principal-policy.ts'
import { getCredentialReport } from './iam/get-credential-report.ts'
import { getGroupPolicy } from './iam/get-group-policy.ts'
import { getGroup } from './iam/get-group.ts'
import { getInstanceProfile } from './iam/get-instance-profile.ts'
import { getLoginProfile } from './iam/get-login-profile.ts'
import { getMFADevice } from './iam/get-mfa-device.ts'
import { getPolicyVersion } from './iam/get-policy-version.ts'
import { getPolicy } from './iam/get-policy.ts'
import { getRolePolicy } from './iam/get-role-policy.ts'
import { getRole } from './iam/get-role.ts'
import { getUserPolicy } from './iam/get-user-policy.ts'
import { getUser } from './iam/get-user.ts'
import { listAccessKeys } from './iam/list-access-keys.ts'
import { listAccountAliases } from './iam/list-account-aliases.ts'
import { listAttachedGroupPolicies } from './iam/list-attached-group-policies.ts'
import { listAttachedRolePolicies } from './iam/list-attached-role-policies.ts'
import { listAttachedUserPolicies } from './iam/list-attached-user-policies.ts'
import { listEntitiesForPolicy } from './iam/list-entities-for-policy.ts'
import { listGroupPolicies } from './iam/list-group-policies.ts'
import { listGroupsForUser } from './iam/list-groups-for-user.ts'
import { listGroups } from './iam/list-groups.ts'
import { listInstanceProfileTags } from './iam/list-instance-profile-tags.ts'
import { listInstanceProfilesForRole } from './iam/list-instance-profiles-for-role.ts'
import { listInstanceProfiles } from './iam/list-instance-profiles.ts'
import { listMFADeviceTags } from './iam/list-mfa-device-tags.ts'
import { listMFADevices } from './iam/list-mfa-devices.ts'
import { listPolicies } from './iam/list-policies.ts'
import { listPolicyTags } from './iam/list-policy-tags.ts'
import { listPolicyVersions } from './iam/list-policy-versions.ts'
import { listRolePolicies } from './iam/list-role-policies.ts'
import { listRoleTags } from './iam/list-role-tags.ts'
import { listRoles } from './iam/list-roles.ts'
import { listUserPolicies } from './iam/list-user-policies.ts'
import { listUserTags } from './iam/list-user-tags.ts'
import { listUsers } from './iam/list-users.ts'
import { listVirtualMFADevices } from './iam/list-virtual-mfa-devices.ts'
import { putGroupPolicy } from './iam/put-group-policy.ts'
import { putRolePermissionsBoundary } from './iam/put-role-permissions-boundary.ts'
import { putRolePolicy } from './iam/put-role-policy.ts'
import { putUserPermissionsBoundary } from './iam/put-user-permissions-boundary.ts'
import { putUserPolicy } from './iam/put-user-policy.ts'
import { removeRoleFromInstanceProfile } from './iam/remove-role-from-instance-profile.ts'
import { removeUserFromGroup } from './iam/remove-user-from-group.ts'
import { resyncMFADevice } from './iam/resync-mfa-device.ts'
import { setDefaultPolicyVersion } from './iam/set-default-policy-version.ts'
import { simulateCustomPolicy } from './iam/simulate-custom-policy.ts'
import { simulatePrincipalPolicy } from './iam/simulate-principal-policy.ts'
import { tagInstanceProfile } from './iam/tag-instance-profile.ts'
import { tagMFADevice } from './iam/tag-mfa-device.ts'
import { tagPolicy } from './iam/tag-policy.ts'
import { tagRole } from './iam/tag-role.ts'
import { tagUser } from './iam/tag-user.ts'
import { untagInstanceProfile } from './iam/untag-instance-profile.ts'
import { untagMFADevice } from './iam/untag-mfa-device.ts'
import { untagPolicy } from './iam/untag-policy.ts'
import { untagRole } from './iam/untag-role.ts'
import { untagUser } from './iam/untag-user.ts'
import { updateAccessKey } from './iam/update-access-key.ts'
import { updateAccountPasswordPolicy } from './iam/update-account-password-policy.ts'
import { updateAssumeRolePolicy } from './iam/update-assume-role-policy.ts'
import { updateGroup } from './iam/update-group.ts'
import { updateLoginProfile } from './iam/update-login-profile.ts'
import { updateRoleDescription } from './iam/update-role-description.ts'
import { updateRole } from './iam/update-role.ts'
import { updateUser } from './iam/update-user.ts'
import { assumeRole } from './sts/assume-role.ts'
import { getAccessKeyInfo } from './sts/get-access-key-info.ts'
import { getCallerIdentity } from './sts/get-caller-identity.ts'
import { getFederationToken } from './sts/get-federation-token.ts'
import { getSessionToken } from './sts/get-session-token.ts'

/** A service the simulator answers for. `xmlns` stands in its XML; a JSON service has none. */
export type Service = { xmlns?: string; version: string; operations: Record<string, Operation> }

/** The simulated operations, by service and name. */
export const services = {
  account: {
    version: '2021-02-01',
    operations: {
      DeleteAlternateContact: deleteAlternateContact,
      GetAccountInformation: getAccountInformation,
      GetAlternateContact: getAlternateContact,
      GetContactInformation: getContactInformation,
      PutAlternateContact: putAlternateContact,
      PutContactInformation: putContactInformation,
    },
  },
  cloudtrail: {
    version: '2013-11-01',
    operations: { LookupEvents: lookupEvents },
  },
  iam: {
    xmlns: 'https://iam.amazonaws.com/doc/2010-05-08/',
    version: '2010-05-08',
    operations: {
      AddRoleToInstanceProfile: addRoleToInstanceProfile,
      AddUserToGroup: addUserToGroup,
      AttachGroupPolicy: attachGroupPolicy,
      AttachRolePolicy: attachRolePolicy,
      AttachUserPolicy: attachUserPolicy,
      ChangePassword: changePassword,
      CreateAccessKey: createAccessKey,
      CreateAccountAlias: createAccountAlias,
      CreateGroup: createGroup,
      CreateInstanceProfile: createInstanceProfile,
      CreateLoginProfile: createLoginProfile,
      CreatePolicy: createPolicy,
      CreatePolicyVersion: createPolicyVersion,
      CreateRole: createRole,
      CreateUser: createUser,
      CreateVirtualMFADevice: createVirtualMFADevice,
      DeactivateMFADevice: deactivateMFADevice,
      DeleteAccessKey: deleteAccessKey,
      DeleteAccountAlias: deleteAccountAlias,
      DeleteAccountPasswordPolicy: deleteAccountPasswordPolicy,
      DeleteGroup: deleteGroup,
      DeleteGroupPolicy: deleteGroupPolicy,
      DeleteInstanceProfile: deleteInstanceProfile,
      DeleteLoginProfile: deleteLoginProfile,
      DeletePolicy: deletePolicy,
      DeletePolicyVersion: deletePolicyVersion,
      DeleteRole: deleteRole,
      DeleteRolePermissionsBoundary: deleteRolePermissionsBoundary,
      DeleteRolePolicy: deleteRolePolicy,
      DeleteUser: deleteUser,
      DeleteUserPermissionsBoundary: deleteUserPermissionsBoundary,
      DeleteUserPolicy: deleteUserPolicy,
      DeleteVirtualMFADevice: deleteVirtualMFADevice,
      DetachGroupPolicy: detachGroupPolicy,
      DetachRolePolicy: detachRolePolicy,
      DetachUserPolicy: detachUserPolicy,
      EnableMFADevice: enableMFADevice,
      GenerateCredentialReport: generateCredentialReport,
      GetAccessKeyLastUsed: getAccessKeyLastUsed,
      GetAccountAuthorizationDetails: getAccountAuthorizationDetails,
      GetAccountPasswordPolicy: getAccountPasswordPolicy,
      GetAccountSummary: getAccountSummary,
      GetContextKeysForCustomPolicy: getContextKeysForCustomPolicy,
      GetContextKeysForPrincipalPolicy: getContextKeysForPrincipalPolicy,
      GetCredentialReport: getCredentialReport,
      GetGroup: getGroup,
      GetGroupPolicy: getGroupPolicy,
      GetInstanceProfile: getInstanceProfile,
      GetLoginProfile: getLoginProfile,
      GetMFADevice: getMFADevice,
      GetPolicy: getPolicy,
      GetPolicyVersion: getPolicyVersion,
      GetRole: getRole,
      GetRolePolicy: getRolePolicy,
      GetUser: getUser,
      GetUserPolicy: getUserPolicy,
      ListAccessKeys: listAccessKeys,
      ListAccountAliases: listAccountAliases,
      ListAttachedGroupPolicies: listAttachedGroupPolicies,
      ListAttachedRolePolicies: listAttachedRolePolicies,
      ListAttachedUserPolicies: listAttachedUserPolicies,
      ListEntitiesForPolicy: listEntitiesForPolicy,
      ListGroupPolicies: listGroupPolicies,
      ListGroups: listGroups,
      ListGroupsForUser: listGroupsForUser,
      ListInstanceProfileTags: listInstanceProfileTags,
      ListInstanceProfiles: listInstanceProfiles,
      ListInstanceProfilesForRole: listInstanceProfilesForRole,
      ListMFADeviceTags: listMFADeviceTags,
      ListMFADevices: listMFADevices,
      ListPolicies: listPolicies,
      ListPolicyTags: listPolicyTags,
      ListPolicyVersions: listPolicyVersions,
      ListRolePolicies: listRolePolicies,
      ListRoleTags: listRoleTags,
      ListRoles: listRoles,
      ListUserPolicies: listUserPolicies,
      ListUserTags: listUserTags,
      ListUsers: listUsers,
      ListVirtualMFADevices: listVirtualMFADevices,
      PutGroupPolicy: putGroupPolicy,
      PutRolePermissionsBoundary: putRolePermissionsBoundary,
      PutRolePolicy: putRolePolicy,
      PutUserPermissionsBoundary: putUserPermissionsBoundary,
      PutUserPolicy: putUserPolicy,
      RemoveRoleFromInstanceProfile: removeRoleFromInstanceProfile,
      RemoveUserFromGroup: removeUserFromGroup,
      ResyncMFADevice: resyncMFADevice,
      SetDefaultPolicyVersion: setDefaultPolicyVersion,
      SimulateCustomPolicy: simulateCustomPolicy,
      SimulatePrincipalPolicy: simulatePrincipalPolicy,
      TagInstanceProfile: tagInstanceProfile,
      TagMFADevice: tagMFADevice,
      TagPolicy: tagPolicy,
      TagRole: tagRole,
      TagUser: tagUser,
      UntagInstanceProfile: untagInstanceProfile,
      UntagMFADevice: untagMFADevice,
      UntagPolicy: untagPolicy,
      UntagRole: untagRole,
      UntagUser: untagUser,
      UpdateAccessKey: updateAccessKey,
      UpdateAccountPasswordPolicy: updateAccountPasswordPolicy,
      UpdateAssumeRolePolicy: updateAssumeRolePolicy,
      UpdateGroup: updateGroup,
      UpdateLoginProfile: updateLoginProfile,
      UpdateRole: updateRole,
      UpdateRoleDescription: updateRoleDescription,
      UpdateUser: updateUser,
    },
  },
  sts: {
    xmlns: 'https://sts.amazonaws.com/doc/2011-06-15/',
    version: '2011-06-15',
    operations: {
      AssumeRole: assumeRole,
      GetAccessKeyInfo: getAccessKeyInfo,
      GetCallerIdentity: getCallerIdentity,
      GetFederationToken: getFederationToken,
      GetSessionToken: getSessionToken,
    },
  },
} satisfies Record<string, Service>
