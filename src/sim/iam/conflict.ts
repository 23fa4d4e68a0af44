import { AwsError } from '../errors.ts'

/** Throws `DeleteConflict` for the first thing that is still there. */
export const refuseWhile = (conflicts: [there: boolean, remedy: string][]): void => {
  for (const [there, remedy] of conflicts)
    if (there) throw new AwsError('DeleteConflict', `Cannot delete entity, ${remedy}.`)
}
