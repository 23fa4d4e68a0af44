/** A policy that AWS keeps. */
export type AwsPolicy = {
  name: string
  /** As AWS gives it; absent where no public copy of it was found. */
  id?: string
  path: string
  description: string
  createdAt: string
  /** The default version, when it was made, and what it says. */
  version: string
  updatedAt: string
  document: { Version: string; Statement: object[] }
  /** Where the document was read. */
  source: string
}

const reference = 'https://docs.aws.amazon.com/aws-managed-policy/latest/reference'
const mirror = 'https://github.com/zoph-io/MAMIP/blob/master/policies'

/** Said by AWS's words and ours together: what is missing here is missing from the decision too. */
const shortened =
  'Kept here in part, because it is long: only what it says of IAM, STS, account, billing and CloudTrail.'

const allow = (actions: string) => ({ Effect: 'Allow', Action: actions.trim().split(/\s+/), Resource: '*' })
const document = (...Statement: object[]) => ({ Version: '2012-10-17', Statement })

/**
 * The AWS managed policies that a simulated account knows. AWS changes them now and then: version, date and document here belong together.
 * Dates that end at the minute are as exact as AWS's reference gives them.
 */
export const awsPolicies: AwsPolicy[] = [
  {
    name: 'AdministratorAccess',
    id: 'ANPAIWMBCKSKIEE64ZLYK',
    path: '/',
    description: 'Provides full access to AWS services and resources.',
    createdAt: '2015-02-06T18:39:46Z',
    version: 'v1',
    updatedAt: '2015-02-06T18:39:46Z',
    document: document({ Effect: 'Allow', Action: '*', Resource: '*' }),
    source: `${reference}/AdministratorAccess.html`,
  },
  {
    name: 'IAMUserChangePassword',
    id: 'ANPAJ4L4MM2A7QIEB56MS',
    path: '/',
    description: 'Provides the ability for an IAM user to change their own password.',
    createdAt: '2016-11-15T00:25:00Z',
    version: 'v3',
    updatedAt: '2025-05-29T21:52:00Z',
    document: document(
      {
        Effect: 'Allow',
        Action: ['iam:ChangePassword'],
        Resource: ['arn:aws:iam::*:user/${aws:username}', 'arn:aws:iam::*:user/*/${aws:username}'],
      },
      { Effect: 'Allow', Action: ['iam:GetAccountPasswordPolicy'], Resource: '*' },
    ),
    source: `${reference}/IAMUserChangePassword.html`,
  },
  {
    name: 'SignInLocalDevelopmentAccess',
    path: '/',
    description:
      'Provides permissions for programmatic access to AWS through the AWS Sign-In service, including OAuth2 token creation for developer tools and applications.',
    createdAt: '2025-11-19T18:34:00Z',
    version: 'v3',
    updatedAt: '2026-02-12T17:59:00Z',
    document: document({
      Effect: 'Allow',
      Action: ['signin:AuthorizeOAuth2Access', 'signin:CreateOAuth2Token'],
      Resource: 'arn:aws:signin:*:*:oauth2/public-client/*',
    }),
    source: `${reference}/SignInLocalDevelopmentAccess.html`,
  },
  {
    name: 'PowerUserAccess',
    id: 'ANPAJYRXTHIB4FOVS3ZXS',
    path: '/',
    description:
      'Provides full access to AWS services and resources, but does not allow management of Users and groups.',
    createdAt: '2015-02-06T18:39:47Z',
    version: 'v12',
    updatedAt: '2026-02-12T17:59:14Z',
    document: document(
      { Effect: 'Allow', NotAction: ['iam:*', 'organizations:*', 'account:*'], Resource: '*' },
      allow(`account:GetAccountInformation account:GetGovCloudAccountInformation account:GetPrimaryEmail
        account:ListRegions iam:CreateServiceLinkedRole iam:DeleteServiceLinkedRole iam:ListRoles
        organizations:DescribeEffectivePolicy organizations:DescribeOrganization`),
    ),
    source: `${reference}/PowerUserAccess.html`,
  },
  {
    name: 'IAMFullAccess',
    id: 'ANPAI7XKCFMBPM3QQRRVQ',
    path: '/',
    description: 'Provides full access to IAM via the AWS Management Console.',
    createdAt: '2015-02-06T18:40:00Z',
    version: 'v2',
    updatedAt: '2019-06-21T19:40:00Z',
    document: document(
      allow(`iam:* organizations:DescribeAccount organizations:DescribeOrganization
        organizations:DescribeOrganizationalUnit organizations:DescribePolicy organizations:ListChildren
        organizations:ListParents organizations:ListPoliciesForTarget organizations:ListRoots
        organizations:ListPolicies organizations:ListTargetsForPolicy`),
    ),
    source: `${reference}/IAMFullAccess.html`,
  },
  {
    name: 'IAMReadOnlyAccess',
    id: 'ANPAJKSO7NDY4T57MWDSQ',
    path: '/',
    description: 'Provides read only access to IAM via the AWS Management Console.',
    createdAt: '2015-02-06T18:40:00Z',
    version: 'v4',
    updatedAt: '2018-01-25T19:11:27Z',
    document: document(
      allow(`iam:GenerateCredentialReport iam:GenerateServiceLastAccessedDetails iam:Get* iam:List*
        iam:SimulateCustomPolicy iam:SimulatePrincipalPolicy`),
    ),
    source: `${reference}/IAMReadOnlyAccess.html`,
  },
  {
    name: 'AWSSupportAccess',
    id: 'ANPAJSNKQX2OW67GF4S7E',
    path: '/',
    description: 'Allows users to access the AWS Support Center.',
    createdAt: '2015-02-06T18:41:11Z',
    version: 'v3',
    updatedAt: '2026-02-11T22:17:43Z',
    document: document(allow('support:* support-console:*')),
    source: `${mirror}/AWSSupportAccess`,
  },
  {
    name: 'AWSBillingReadOnlyAccess',
    path: '/',
    description: 'Allows users to view bills on the Billing Console.',
    createdAt: '2020-08-27T20:08:00Z',
    version: 'v4',
    updatedAt: '2023-07-26T18:05:19Z',
    document: document({
      Sid: 'VisualEditor0',
      ...allow(`account:GetAccountInformation aws-portal:ViewBilling billing:GetBillingData
        billing:GetBillingDetails billing:GetBillingNotifications billing:GetBillingPreferences
        billing:GetCredits billing:GetContractInformation billing:GetIAMAccessPreference
        billing:GetSellerOfRecord billing:ListBillingViews ce:ListCostAllocationTags
        consolidatedbilling:ListLinkedAccounts consolidatedbilling:GetAccountBillingRole
        cur:GetClassicReport cur:GetClassicReportPreferences cur:GetUsageReport
        freetier:GetFreeTierAlertPreference freetier:GetFreeTierUsage
        invoicing:GetInvoiceEmailDeliveryPreferences invoicing:GetInvoicePDF
        invoicing:ListInvoiceSummaries payments:GetPaymentInstrument payments:GetPaymentStatus
        payments:ListPaymentPreferences purchase-orders:GetPurchaseOrder
        purchase-orders:ViewPurchaseOrders purchase-orders:ListPurchaseOrderInvoices
        purchase-orders:ListPurchaseOrders purchase-orders:ListTagsForResource
        tax:GetTaxRegistrationDocument tax:GetTaxInheritance tax:ListTaxRegistrations`),
    }),
    source: `${mirror}/AWSBillingReadOnlyAccess`,
  },
  {
    name: 'Billing',
    id: 'ANPAIFTHXT6FFMIRT7ZEA',
    path: '/job-function/',
    description:
      'Grants permissions for billing and cost management. This includes viewing account usage and viewing and modifying budgets and payment methods.',
    createdAt: '2016-11-10T17:33:18Z',
    version: 'v9',
    updatedAt: '2024-01-17T18:03:48Z',
    document: document({
      Sid: 'VisualEditor0',
      ...allow(`account:GetAccountInformation aws-portal:*Billing aws-portal:*PaymentMethods
        aws-portal:*Usage billing:GetBillingData billing:GetBillingDetails
        billing:GetBillingNotifications billing:GetBillingPreferences billing:GetContractInformation
        billing:GetCredits billing:GetIAMAccessPreference billing:GetSellerOfRecord
        billing:ListBillingViews billing:PutContractInformation billing:RedeemCredits
        billing:UpdateBillingPreferences billing:UpdateIAMAccessPreference
        budgets:CreateBudgetAction budgets:DeleteBudgetAction budgets:DescribeBudgetActionsForBudget
        budgets:DescribeBudgetAction budgets:DescribeBudgetActionsForAccount
        budgets:DescribeBudgetActionHistories budgets:ExecuteBudgetAction budgets:ModifyBudget
        budgets:UpdateBudgetAction budgets:ViewBudget ce:CreateCostCategoryDefinition
        ce:CreateNotificationSubscription ce:CreateReport ce:DeleteCostCategoryDefinition
        ce:DeleteNotificationSubscription ce:DeleteReport ce:DescribeCostCategoryDefinition
        ce:GetCostAndUsage ce:ListCostAllocationTags ce:ListCostCategoryDefinitions
        ce:ListTagsForResource ce:TagResource ce:UpdateCostAllocationTagsStatus
        ce:UpdateNotificationSubscription ce:UpdatePreferences ce:UpdateReport
        ce:UpdateCostCategoryDefinition ce:UntagResource consolidatedbilling:GetAccountBillingRole
        consolidatedbilling:ListLinkedAccounts cur:DeleteReportDefinition
        cur:DescribeReportDefinitions cur:GetClassicReport cur:GetClassicReportPreferences
        cur:GetUsageReport cur:ModifyReportDefinition cur:PutClassicReportPreferences
        cur:PutReportDefinition cur:ValidateReportDestination freetier:GetFreeTierAlertPreference
        freetier:GetFreeTierUsage freetier:PutFreeTierAlertPreference
        invoicing:GetInvoiceEmailDeliveryPreferences invoicing:GetInvoicePDF
        invoicing:ListInvoiceSummaries invoicing:PutInvoiceEmailDeliveryPreferences
        payments:CreatePaymentInstrument payments:DeletePaymentInstrument
        payments:GetPaymentInstrument payments:GetPaymentStatus payments:ListPaymentPreferences
        payments:MakePayment payments:UpdatePaymentPreferences pricing:DescribeServices
        purchase-orders:AddPurchaseOrder purchase-orders:DeletePurchaseOrder
        purchase-orders:GetPurchaseOrder purchase-orders:ListPurchaseOrderInvoices
        purchase-orders:ListPurchaseOrders purchase-orders:ListTagsForResource
        purchase-orders:ModifyPurchaseOrders purchase-orders:TagResource
        purchase-orders:UntagResource purchase-orders:UpdatePurchaseOrder
        purchase-orders:UpdatePurchaseOrderStatus purchase-orders:ViewPurchaseOrders
        support:CreateCase support:AddAttachmentsToSet sustainability:GetCarbonFootprintSummary
        tax:BatchPutTaxRegistration tax:DeleteTaxRegistration tax:GetExemptions
        tax:GetTaxInheritance tax:GetTaxInterview tax:GetTaxRegistration
        tax:GetTaxRegistrationDocument tax:ListTaxRegistrations tax:PutTaxInheritance
        tax:PutTaxInterview tax:PutTaxRegistration tax:UpdateExemptions`),
    }),
    source: `${mirror}/Billing`,
  },
  {
    name: 'SecurityAudit',
    id: 'ANPAIX2T3QCXHR2OGGCTO',
    path: '/',
    description: `The security audit template grants access to read security configuration metadata. It is useful for software that audits the configuration of an AWS account. ${shortened}`,
    createdAt: '2015-02-06T18:41:00Z',
    version: 'v45',
    updatedAt: '2024-10-30T18:36:49Z',
    document: document({
      Sid: 'BaseSecurityAuditStatement',
      ...allow(`account:GetAlternateContact account:GetPrimaryEmail account:GetRegionOptStatus
        cloudtrail:DescribeTrails cloudtrail:GetEventSelectors cloudtrail:GetInsightSelectors
        cloudtrail:GetTrail cloudtrail:GetTrailStatus cloudtrail:ListTags cloudtrail:ListTrails
        cloudtrail:LookupEvents iam:GenerateCredentialReport iam:GenerateServiceLastAccessedDetails
        iam:Get* iam:List* iam:SimulateCustomPolicy iam:SimulatePrincipalPolicy sts:GetAccessKeyInfo`),
    }),
    source: `${mirror}/SecurityAudit`,
  },
  {
    name: 'ViewOnlyAccess',
    id: 'ANPAID22R6XPJATWOFDK6',
    path: '/job-function/',
    description: `This policy grants permissions to view resources and basic metadata across all AWS services. ${shortened}`,
    createdAt: '2016-11-10T17:20:00Z',
    version: 'v36',
    updatedAt: '2026-02-11T22:19:13Z',
    document: document({
      Sid: 'GeneralViewOnlyAccessStatement',
      ...allow(`cloudtrail:DescribeTrails cloudtrail:ListTrails cloudtrail:LookupEvents
        iam:GetAccountSummary iam:GetLoginProfile iam:List*`),
    }),
    source: `${mirror}/ViewOnlyAccess`,
  },
  {
    name: 'ReadOnlyAccess',
    id: 'ANPAILL3HVNFSB6DCOWYQ',
    path: '/',
    description: `Provides read-only access to AWS services and resources. ${shortened}`,
    createdAt: '2015-02-06T18:39:48Z',
    version: 'v87',
    updatedAt: '2022-05-23T20:16:18Z',
    document: document(
      allow(`aws-portal:View* budgets:Describe* budgets:View* cloudtrail:Describe* cloudtrail:Get*
        cloudtrail:List* cloudtrail:LookupEvents iam:Generate* iam:Get* iam:List* iam:Simulate*
        sts:GetAccessKeyInfo sts:GetCallerIdentity sts:GetSessionToken`),
    ),
    source: `${mirror}/ReadOnlyAccess`,
  },
]
