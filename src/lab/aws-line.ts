import { quoted } from './quoted.ts'

/** An action and its input as an `aws` command line: `aws iam create-user --user-name admin`. What is secret is masked in the input already. */
export const awsLine = (action: string, input: Record<string, unknown>): string => {
  const [service, operation] = action.split(':') as [string, string]
  const options = Object.entries(input).flatMap(([name, value]) =>
    value === undefined ? [] : option(dashed(name), value),
  )
  return ['aws', service, dashed(operation), ...options, ...(extras[operation] ?? [])].join(' ')
}

/** The AWS CLI saves the secret of a new device to a file and wants to know which (awscli/customizations/iamvirtmfa.py). */
const extras: Record<string, string[]> = {
  CreateVirtualMFADevice: ['--outfile', 'seed.txt', '--bootstrap-method', 'Base32StringSeed'],
}

const option = (name: string, value: unknown): string[] => {
  if (value === true) return [`--${name}`]
  if (value === false) return [`--no-${name}`]
  return [`--${name}`, quoted(typeof value === 'object' ? JSON.stringify(value) : String(value))]
}

/** `CreateVirtualMFADevice` to `create-virtual-mfa-device`, as the AWS CLI spells it (botocore's xform_name). */
export const dashed = (name: string): string =>
  name
    .replace(/(.)([A-Z][a-z]+)/g, '$1-$2')
    .replace(/([a-z0-9])([A-Z])/g, '$1-$2')
    .toLowerCase()
