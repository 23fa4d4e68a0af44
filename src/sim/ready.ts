import type { ServiceName } from './constraints.ts'
import { AwsError } from './errors.ts'
import { parametersOf } from './history/parameters.ts'
import type { Operation } from './operation.ts'
import { services, type Service } from './services.ts'
import { validator, type Validate } from './validate.ts'
import { field, formReader, xmlWriter, type Form } from './wire/query.ts'
import { jsonReader, jsonWriter, pathOf } from './wire/rest-json.ts'

/** An operation with its codec and its limits. `Wire` is what it is read from. */
export type Ready<Wire> = {
  service: ServiceName
  operation: Operation
  read: (wire: Wire) => Record<string, unknown>
  validate: Validate
  write: (output: object, requestId: string) => string
  /** The input and the output as the event history shows them. */
  requested: (input: object) => object | null
  responded: (output: object) => object | null
}

/** Which operations a service has. */
export type OperationsOf = (service: ServiceName) => Operation[]

/** The simulated operations of a service. */
export const operationsOf: OperationsOf = service =>
  Object.values((services as Record<ServiceName, Service>)[service].operations)

/** Made when it is first asked for: most runs use few operations. */
const once = <Value>(make: () => Value): (() => Value) => {
  let made: Value | undefined
  return () => (made ??= make())
}

/** The operations of IAM or STS, by name. */
export const queryOperations = (
  service: 'iam' | 'sts',
  operations: OperationsOf,
): Map<string, () => Ready<Form>> =>
  new Map(
    operations(service).map(operation => {
      const { name, schema } = operation
      const ready = once(() => ({
        service,
        operation,
        read: formReader(schema[4]),
        validate: validator(service, name, schema[4]),
        write: xmlWriter(name, schema[5], services[service].xmlns),
        requested: parametersOf(schema[4]),
        responded: parametersOf(schema[5]),
      }))
      return [name, ready]
    }),
  )

/** The operations of Account, by path. */
export const jsonOperations = (operations: OperationsOf): Map<string, () => Ready<string>> =>
  new Map(
    operations('account').map(operation => {
      const { name, schema } = operation
      const ready = once(() => ({
        service: 'account' as const,
        operation,
        read: jsonReader(schema[4]),
        validate: validator('account', name, schema[4]),
        write: jsonWriter(schema[5]),
        requested: parametersOf(schema[4]),
        responded: parametersOf(schema[5]),
      }))
      return [pathOf(schema), ready]
    }),
  )

/** The operations of CloudTrail, by the header `x-amz-target`: JSON 1.1. */
export const targetedOperations = (operations: OperationsOf): Map<string, () => Ready<string>> =>
  new Map(
    operations('cloudtrail').map(operation => {
      const { name, schema } = operation
      const ready = once(() => ({
        service: 'cloudtrail' as const,
        operation,
        read: jsonReader(schema[4]),
        validate: validator('cloudtrail', name, schema[4]),
        write: jsonWriter(schema[5], { epoch: true }),
        requested: parametersOf(schema[4]),
        responded: parametersOf(schema[5]),
      }))
      return [`CloudTrail_20131101.${name}`, ready]
    }),
  )

/** The operation a form names. Throws `MissingAction` or `InvalidAction`. */
export const chosen = (
  operations: Map<string, () => Ready<Form>>,
  service: 'iam' | 'sts',
  form: Form,
): Ready<Form> => {
  const action = field(form, 'Action')
  if (!action) throw new AwsError('MissingAction', 'Missing Action')
  const version = field(form, 'Version') || 'NO_VERSION_SPECIFIED'
  const ready = version === services[service].version ? operations.get(action) : undefined
  if (ready !== undefined) return ready()
  // The first sentence is AWS's (recorded from STS).
  throw new AwsError(
    'InvalidAction',
    `Could not find operation ${action} for version ${version}. \`iam-lab serve --operations\` lists what is simulated.`,
  )
}
