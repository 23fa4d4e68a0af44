import { SimulateCustomPolicyCommand } from '@aws-sdk/client-iam'
import { operation } from '../operation.ts'
import { sentPolicies, simulated, type Simulation } from './simulate.ts'
import { simulatedPrincipal } from './simulated-principal.ts'

/** What policies that nobody has yet would say. Nothing is known of a caller but what the call tells. */
export const simulateCustomPolicy = operation(SimulateCustomPolicyCommand, (input, { state, now }) => {
  const { PermissionsBoundaryPolicyInputList: boundary, ResourcePolicy, CallerArn } = input
  const caller = CallerArn === undefined ? undefined : simulatedPrincipal(state, CallerArn, now)
  const simulation: Simulation = {
    principal: caller?.principal ?? { type: 'Anonymous' },
    context: caller?.context ?? {},
    identity: sentPolicies('PolicyInputList', input.PolicyInputList),
    ...(boundary && { boundary: sentPolicies('PermissionsBoundaryPolicyInputList', boundary) }),
    ...(ResourcePolicy !== undefined && {
      resource: sentPolicies('ResourcePolicy', [ResourcePolicy], 'Resource Policy'),
    }),
  }
  return simulated(simulation, input)
})
