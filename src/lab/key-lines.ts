import { existsSync } from 'node:fs'
import { csvWritten } from './credentials-file.ts'
import { chosenIn, madeHere, type Progress } from './progress.ts'
import { quoted } from './quoted.ts'

/**
 * What to type in another terminal to use the key of step 8 at an endpoint; nothing while there is no such key.
 * A file that is gone has been taken, as that step advises. The AWS CLI wants a region even where it is told the endpoint.
 */
export const keyLines = (endpoint: string, progress: Progress): string[] => {
  const csv = csvWritten(madeHere(progress, 'credentials-csv'))?.path
  const name = chosenIn(progress, 'admin-user')['UserName']
  if (csv === undefined || name === undefined) return []
  const profile = `--profile ${quoted(name)}`
  const taking = [
    `aws configure import --csv ${quoted(`file://${csv}`)}`,
    `aws configure set region us-east-1 ${profile}`,
  ]
  return [
    ...(existsSync(csv) ? taking : []),
    `aws --endpoint-url ${endpoint} sts get-caller-identity ${profile}`,
    `aws --endpoint-url ${endpoint} iam list-users ${profile}`,
  ]
}
