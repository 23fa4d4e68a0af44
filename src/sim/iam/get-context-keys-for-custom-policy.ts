import { GetContextKeysForCustomPolicyCommand } from '@aws-sdk/client-iam'
import { contextKeysOf, distinct, writtenStatements } from '../authorize/context-keys.ts'
import { operation } from '../operation.ts'
import { sentPolicies } from './simulate.ts'

/** The context keys that policies ask for. */
export const getContextKeysForCustomPolicy = operation(
  GetContextKeysForCustomPolicyCommand,
  ({ PolicyInputList }) => ({
    ContextKeyNames: distinct(
      sentPolicies('PolicyInputList', PolicyInputList).flatMap(({ document }) =>
        writtenStatements(document).flatMap(contextKeysOf),
      ),
    ),
  }),
)
