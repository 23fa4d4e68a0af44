import { SimulatePrincipalPolicyCommand } from '@aws-sdk/client-iam'
import { AwsError } from '../errors.ts'
import { operation } from '../operation.ts'
import { sentPolicies, simulated, type Simulation } from './simulate.ts'
import { policyOfAccount, simulatedPrincipal } from './simulated-principal.ts'

/** What the policies of a user, a group or a role say, and others with them, to requests that nobody makes. */
export const simulatePrincipalPolicy = operation(SimulatePrincipalPolicyCommand, (input, { state, now }) => {
  const { PermissionsBoundaryPolicyInputList: sentBoundary, ResourcePolicy, CallerArn } = input
  const source = simulatedPrincipal(state, input.PolicySourceArn, now)
  const caller = CallerArn === undefined ? source : simulatedPrincipal(state, CallerArn, now)
  // "Simulation of resource-based policies isn't supported for IAM roles" (API_SimulatePrincipalPolicy); the sentence was looked for and not found.
  if (ResourcePolicy !== undefined && caller.principal.type !== 'User')
    throw new AwsError(
      'InvalidInput',
      'Simulation of resource-based policies is supported for IAM users alone.',
    )
  const boundary = sentBoundary
    ? sentPolicies('PermissionsBoundaryPolicyInputList', sentBoundary)
    : source.policies.boundary?.map(policyOfAccount)
  const simulation: Simulation = {
    principal: caller.principal,
    context: caller.context,
    identity: [
      ...source.policies.identity.map(policyOfAccount),
      ...sentPolicies('PolicyInputList', input.PolicyInputList),
    ],
    ...(boundary && { boundary }),
    ...(ResourcePolicy !== undefined && {
      resource: sentPolicies('ResourcePolicy', [ResourcePolicy], 'Resource Policy'),
    }),
  }
  return simulated(simulation, input)
})
