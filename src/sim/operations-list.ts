import type { ServiceName } from './constraints.ts'
import { services } from './services.ts'

/** The services whose operations are listed, all of them. Of CloudTrail there is LookupEvents alone. */
type Listed = Exclude<ServiceName, 'cloudtrail'>

/** An operation of AWS, whether the practice account answers it, and what is to be known about that. */
export type OperationState = {
  service: Listed
  operation: string
  state: 'simulated' | 'not simulated'
  /** A sentence, or nothing. */
  note: string
}

/** What a simulated operation does not do. */
const limits: Record<string, string> = {
  'account:GetContactInformation': 'A new practice account has no contact until one is put.',
  'iam:GetMFADevice': 'Always refused: AWS shows hardware keys alone, and every device here is virtual.',
  'iam:GetPolicy': 'Not all of AWS’s.',
  'iam:GetPolicyVersion': 'Of AWS’s policies the default version alone.',
  'iam:ListPolicies': 'Not all of AWS’s.',
  'iam:ListPolicyVersions': 'Of AWS’s policies the default version alone.',
  'iam:SimulateCustomPolicy': 'Within one account; `ResourceHandlingOption` asks for nothing.',
  'iam:SimulatePrincipalPolicy': 'Within one account; `ResourceHandlingOption` asks for nothing.',
  'sts:AssumeRole': 'Roles of the practice account alone, and no `ProvidedContexts`.',
  'sts:GetAccessKeyInfo': 'Of the practice account’s own keys.',
}

/** Every operation that is not simulated, by the reason. A test holds this to what the SDK has. */
const missing: Record<Listed, [reason: string, operations: string][]> = {
  iam: [
    [
      'There are no service-linked roles.',
      'CreateServiceLinkedRole DeleteServiceLinkedRole GetServiceLinkedRoleDeletionStatus',
    ],
    ['No role is made from a template.', 'AcquireRole GetRoleTemplateVersion'],
    [
      'There are no identity providers.',
      `AddClientIDToOpenIDConnectProvider CreateOpenIDConnectProvider CreateSAMLProvider
      DeleteOpenIDConnectProvider DeleteSAMLProvider GetOpenIDConnectProvider GetSAMLProvider
      ListOpenIDConnectProviderTags ListOpenIDConnectProviders ListSAMLProviderTags ListSAMLProviders
      RemoveClientIDFromOpenIDConnectProvider TagOpenIDConnectProvider TagSAMLProvider UntagOpenIDConnectProvider
      UntagSAMLProvider UpdateOpenIDConnectProviderThumbprint UpdateSAMLProvider`,
    ],
    [
      'A user’s credentials are a password, access keys and MFA devices.',
      `CreateServiceSpecificCredential DeleteSSHPublicKey DeleteServiceSpecificCredential DeleteSigningCertificate
      GetSSHPublicKey ListSSHPublicKeys ListServiceSpecificCredentials ListSigningCertificates
      ResetServiceSpecificCredential UpdateSSHPublicKey UpdateServiceSpecificCredential UpdateSigningCertificate
      UploadSSHPublicKey UploadSigningCertificate`,
    ],
    [
      'There are no server certificates.',
      `DeleteServerCertificate GetServerCertificate ListServerCertificateTags ListServerCertificates
      TagServerCertificate UntagServerCertificate UpdateServerCertificate UploadServerCertificate`,
    ],
    [
      'Which services a user has used is not kept.',
      `GenerateServiceLastAccessedDetails GetServiceLastAccessedDetails
      GetServiceLastAccessedDetailsWithEntities ListPoliciesGrantingServiceAccess`,
    ],
    [
      'The account is in no organization.',
      `DisableOrganizationsRootCredentialsManagement DisableOrganizationsRootSessions
      EnableOrganizationsRootCredentialsManagement EnableOrganizationsRootSessions
      GenerateOrganizationsAccessReport GetOrganizationsAccessReport ListOrganizationsFeatures`,
    ],
    [
      'There is no delegation to partners.',
      `AcceptDelegationRequest AssociateDelegationRequest CreateDelegationRequest GetDelegationRequest
      GetHumanReadableSummary ListDelegationRequests RejectDelegationRequest SendDelegationToken
      UpdateDelegationRequest`,
    ],
    [
      'There is no federation to other services.',
      `DisableOutboundWebIdentityFederation EnableOutboundWebIdentityFederation
      GetOutboundWebIdentityFederationInfo`,
    ],
    [
      'The account’s settings beside the password policy are not kept.',
      'GetAccountProperties PutAccountProperties SetSecurityTokenServicePreferences',
    ],
  ],
  sts: [
    ['There are no identity providers.', 'AssumeRoleWithSAML AssumeRoleWithWebIdentity'],
    ['The account is in no organization.', 'AssumeRoot'],
    ['No denial is encoded here: each says why in words.', 'DecodeAuthorizationMessage'],
    ['There is no delegation to partners.', 'GetDelegatedAccessToken'],
    ['There is no federation to other services.', 'GetWebIdentityToken'],
  ],
  account: [
    ['Regions are not switched on or off.', 'DisableRegion EnableRegion GetRegionOptStatus ListRegions'],
    [
      'The root user’s e-mail address stays as it is.',
      'AcceptPrimaryEmailUpdate GetPrimaryEmail GetPrimaryEmailUpdateStatus StartPrimaryEmailUpdate',
    ],
    ['No message is sent to a phone.', 'SendPhoneNumberVerification VerifyPhoneNumber'],
    ['The account keeps its name.', 'PutAccountName'],
    ['There is no account in GovCloud.', 'GetGovCloudAccountInformation'],
  ],
}

const statesOf = (service: Listed): OperationState[] =>
  [
    ...Object.keys(services[service].operations).map(operation => ({
      service,
      operation,
      state: 'simulated' as const,
      note: limits[`${service}:${operation}`] ?? '',
    })),
    ...missing[service].flatMap(([note, operations]) =>
      operations
        .split(/\s+/)
        .map(operation => ({ service, operation, state: 'not simulated' as const, note })),
    ),
  ].toSorted((one, other) => (one.operation < other.operation ? -1 : 1))

/** Every operation of IAM, STS and Account, by name, and whether the practice account answers it. */
export const operationStates = (): OperationState[] => (['iam', 'sts', 'account'] as const).flatMap(statesOf)
