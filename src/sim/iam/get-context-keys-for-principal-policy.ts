import { GetContextKeysForPrincipalPolicyCommand } from '@aws-sdk/client-iam'
import { contextKeysOf, distinct, writtenStatements } from '../authorize/context-keys.ts'
import { operation } from '../operation.ts'
import { sentPolicies } from './simulate.ts'
import { simulatedPrincipal } from './simulated-principal.ts'

/** The context keys that the policies of a user, a group or a role ask for, and others with them. */
export const getContextKeysForPrincipalPolicy = operation(
  GetContextKeysForPrincipalPolicyCommand,
  ({ PolicySourceArn, PolicyInputList }, { state, now }) => {
    const { identity } = simulatedPrincipal(state, PolicySourceArn, now).policies
    const policies = [...identity, ...sentPolicies('PolicyInputList', PolicyInputList)]
    return {
      ContextKeyNames: distinct(
        policies.flatMap(({ document }) => writtenStatements(document).flatMap(contextKeysOf)),
      ),
    }
  },
)
