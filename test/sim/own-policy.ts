import { CreatePolicyCommand, CreatePolicyVersionCommand } from '@aws-sdk/client-iam'

/** A policy of the account's own, which cases make and change. */
export const PolicyArn = 'arn:aws:iam::111122223333:policy/team/Deploy'
export const ofAws = 'arn:aws:iam::aws:policy/AdministratorAccess'

/** A document that allows an action. */
export const document = (Action: string) =>
  JSON.stringify({ Version: '2012-10-17', Statement: { Effect: 'Allow', Action, Resource: '*' } })

/** As IAM shows it. */
export const encoded = (Action: string) => encodeURIComponent(document(Action)).replaceAll('*', '%2A')

export const created = new CreatePolicyCommand({
  PolicyName: 'Deploy',
  Path: '/team/',
  PolicyDocument: document('s3:*'),
})

/** One more version of it. */
export const version = (Action: string, SetAsDefault?: boolean) =>
  new CreatePolicyVersionCommand({ PolicyArn, PolicyDocument: document(Action), SetAsDefault })

/** What a list and `GetPolicy` show of it, on the day it was made. */
export const shown = {
  PolicyName: 'Deploy',
  PolicyId: '<PolicyId>',
  Arn: PolicyArn,
  Path: '/team/',
  DefaultVersionId: 'v1',
  AttachmentCount: 0,
  PermissionsBoundaryUsageCount: 0,
  IsAttachable: true,
  CreateDate: '<now>',
  UpdateDate: '<now>',
}

const missing = (message: string) => ({ code: 'NoSuchEntity', status: 404, message })
export const notFound = missing(`Policy ${PolicyArn} was not found.`)
export const notAttachable = missing(`Policy ${PolicyArn} does not exist or is not attachable.`)
export const noVersion = (id: string, arn = PolicyArn) =>
  missing(`Policy ${arn} version ${id} does not exist or is not attachable.`)
export const notOwn = { code: 'AccessDenied', status: 403, message: 'Policy is outside your own account.' }
