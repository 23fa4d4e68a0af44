import { AwsError } from '../errors.ts'
import type { State } from '../state.ts'
import { managedPolicy } from './managed-policy.ts'

/** A managed policy's ARN as a permissions boundary, or `NoSuchEntity`. */
export const requireBoundary = (state: State, arn: string): string => {
  if (!managedPolicy(state, arn))
    throw new AwsError('NoSuchEntity', `Scope ARN: ${arn} does not exist or is not attachable.`)
  return arn
}

/** An entity without its boundary. */
export const withoutBoundary = <Row extends { permissionsBoundary?: string }>({
  permissionsBoundary: _,
  ...row
}: Readonly<Row>): Omit<Row, 'permissionsBoundary'> => row

/** A boundary as views of users and roles show one. */
export const boundaryView = ({ permissionsBoundary }: Readonly<{ permissionsBoundary?: string }>) =>
  permissionsBoundary === undefined
    ? {}
    : {
        PermissionsBoundary: {
          PermissionsBoundaryType: 'PermissionsBoundaryPolicy' as const,
          PermissionsBoundaryArn: permissionsBoundary,
        },
      }
