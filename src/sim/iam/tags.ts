import { AwsError } from '../errors.ts'
import type { Tag } from '../state.ts'

type SentTag = { Key: string | undefined; Value: string | undefined }

/**
 * Keys of users' and roles' tags are the same in any case, those of everything else are not. The two sentences are recorded.
 * https://docs.aws.amazon.com/IAM/latest/UserGuide/id_tags.html#id_tags_rules_creating
 */
type Keys = 'in any case' | 'by case'
const place = (key: string, keys: Keys) => (keys === 'by case' ? key : key.toLowerCase())
const twice = {
  'in any case': 'Duplicate tag keys found. Please note that Tag keys are case insensitive.',
  'by case': 'Duplicate tag keys found.',
}

/** Tags with others put over them; 50 is the most an entity has. */
export const withTags = (
  tags: readonly Tag[],
  sent: readonly SentTag[],
  keys: Keys = 'in any case',
): Tag[] => {
  const added = new Map(sent.map(({ Key, Value }) => [place(Key!, keys), { Key: Key!, Value: Value! }]))
  if (added.size < sent.length) throw new AwsError('InvalidInput', twice[keys])
  const all = [...tags.filter(({ Key }) => !added.has(place(Key, keys))), ...added.values()]
  if (all.length > 50)
    throw new AwsError('LimitExceeded', 'The number of tags has reached the maximum limit.')
  return all
}

/** Tags without those of these keys; a key that is not there is no error. */
export const withoutTags = (
  tags: readonly Tag[],
  sent: readonly string[],
  keys: Keys = 'in any case',
): Tag[] => {
  const gone = new Set(sent.map(key => place(key, keys)))
  return tags.filter(({ Key }) => !gone.has(place(Key, keys)))
}
