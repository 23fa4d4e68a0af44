import { AwsError } from '../errors.ts'
import type { Tag } from '../state.ts'

type SentTag = { Key: string | undefined; Value: string | undefined }

const place = (key: string) => key.toLowerCase()

/** Tags with others put over them. Keys are the same without regard to case; 50 is the most an entity has. */
export const withTags = (tags: readonly Tag[], sent: readonly SentTag[]): Tag[] => {
  const added = new Map(sent.map(({ Key, Value }) => [place(Key!), { Key: Key!, Value: Value! }]))
  if (added.size < sent.length)
    throw new AwsError(
      'InvalidInput',
      'Duplicate tag keys found. Please note that Tag keys are case insensitive.',
    )
  const all = [...tags.filter(({ Key }) => !added.has(place(Key))), ...added.values()]
  if (all.length > 50)
    throw new AwsError('LimitExceeded', 'The number of tags has reached the maximum limit.')
  return all
}

/** Tags without those of these keys; a key that is not there is no error. */
export const withoutTags = (tags: readonly Tag[], keys: readonly string[]): Tag[] => {
  const gone = new Set(keys.map(place))
  return tags.filter(({ Key }) => !gone.has(place(Key)))
}
