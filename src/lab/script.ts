import { awsLine, dashed } from './aws-line.ts'
import type { LoggedCall } from './call-log.ts'
import { entriesOf, type Made, type Progress } from './progress.ts'
import { quoted } from './quoted.ts'
import { mask } from './mask.ts'
import type { Step } from './step.ts'

const head = (accountId: string) => String.raw`#!/usr/bin/env bash
# What iam-lab did in the account ${accountId}, as commands of the AWS CLI. Needs bash and the AWS CLI, 1 or 2,
# and runs as whoever the CLI is signed in as. It stops at the first command that AWS refuses.
#
# Secrets are asked for, not shown, and handed to the CLI in a file that is yours alone and is deleted at once:
# none of them is ever an argument, which other users of the machine could read. (The CLI reads its input twice,
# so a pipe does not do.) What AWS makes and shows once goes to files that are yours alone, too.
set -Ceuo pipefail
umask 077
export AWS_PAGER=''
folder=$(mktemp -d "${'${'}XDG_RUNTIME_DIR:-${'${'}TMPDIR:-/tmp}}/iam-lab.XXXXXX")
trap 'rm -rf "$folder"' EXIT

account=$(aws sts get-caller-identity --query Account --output text)
echo "This changes the account $account."

# Asks for a secret, and puts it into $secret as a JSON string.
ask() {
  read -rs -p "$1: " secret
  echo
  secret=${'${'}secret//\\/\\\\}
  secret=\"${'${'}secret//\"/\\\"}\"
}
`

/** The calls that changed the account and were not taken back, step by step, as a script that really runs. */
export const script = (
  calls: readonly LoggedCall[],
  progress: Progress,
  steps: readonly Step[],
  accountId: string,
): string => {
  const parts = steps.map(({ id, title }, index) => {
    const since = entriesOf(progress, id)[0]?.at ?? ''
    const own = calls.filter(
      ({ step, outcome, at, call }) =>
        step === id && outcome === 'ok' && at >= since && call.startsWith('iam:'),
    )
    const heading = `# ${index + 1}. ${title}`
    return own.length === 0
      ? `${heading}: no command changes anything here.\n`
      : `${heading}\n${own.map(call => command(call, accountId)).join('\n')}\n`
  })
  return [head(accountId), ...parts].join('\n')
}

/** What is asked for, by the parameter's name. */
const questions: Record<string, string> = {
  Password: 'Console password',
  AuthenticationCode1: 'MFA code',
  AuthenticationCode2: 'The next MFA code',
}

/** What AWS shows once, and the file that keeps it. */
const shownOnce: Record<string, (input: Made) => string> = {
  'iam:CreateAccessKey': ({ UserName }) => `${String(UserName)}_accessKey.json`,
  'iam:CreateVirtualMFADevice': ({ VirtualMFADeviceName }) => `${String(VirtualMFADeviceName)}_mfa-seed.txt`,
}

const command = ({ call, input }: LoggedCall, accountId: string): string => {
  const secrets = Object.keys(input).filter(name => input[name] === mask)
  const file = shownOnce[call]?.(input)
  const lines =
    secrets.length === 0
      ? [plain(call, input, file, accountId)]
      : withSecrets(call, input, secrets, accountId)
  return [...lines, ...(file ? [`echo ${quoted(kept[call]!(file))}`] : [])].join('\n')
}

/** What is to be done with what is shown once. */
const kept: Record<string, (file: string) => string> = {
  'iam:CreateAccessKey': file =>
    `The access key is in ${file}. Move it to where you keep secrets, and delete the file.`,
  'iam:CreateVirtualMFADevice': file =>
    `The seed is in ${file}. Type it into an authenticator app, and delete the file.`,
}

const plain = (call: string, input: Made, file: string | undefined, accountId: string): string => {
  const line = inAccount(awsLine(call, input), accountId)
  if (file === undefined) return line
  if (call === 'iam:CreateVirtualMFADevice')
    return line.replace('--outfile seed.txt', `--outfile ${quoted(file)}`)
  return `${line} > ${quoted(file)}`
}

/** The same with secrets in it: JSON in a file, put together by the shell itself, whose `printf` is no program. */
const withSecrets = (call: string, input: Made, secrets: string[], accountId: string): string[] => {
  const [service, operation] = call.split(':') as [string, string]
  const whose = typeof input['UserName'] === 'string' ? ` of ${input['UserName']}` : ''
  const parts = Object.entries(input).map(([name, value]) =>
    secrets.includes(name)
      ? { format: `${JSON.stringify(name)}:%s`, values: [`"$${variable(name)}"`] }
      : inFormat(`${JSON.stringify(name)}:${JSON.stringify(value)}`, accountId),
  )
  const format = `{${parts.map(part => part.format).join(',')}}`
  const values = parts.flatMap(part => part.values)
  return [
    ...secrets.flatMap(name => [
      `ask ${quoted(`${questions[name] ?? name}${whose}`)}`,
      `${variable(name)}=$secret`,
    ]),
    `printf ${quoted(format)} ${values.join(' ')} > "$folder/input.json"`,
    `unset ${['secret', ...secrets.map(variable)].join(' ')}`,
    `aws ${service} ${dashed(operation)} --cli-input-json "file://$folder/input.json"`,
    'rm "$folder/input.json"',
  ]
}

const variable = (name: string) => dashed(name).replaceAll('-', '_')

/** Fixed text in a format of `printf`, with the account's id left open. */
const inFormat = (text: string, accountId: string) => {
  const [first, ...rest] = text.replaceAll('%', '%%').replaceAll('\\', '\\\\').split(`:iam::${accountId}:`)
  return { format: [first, ...rest].join(':iam::%s:'), values: rest.map(() => '"$account"') }
}

/** The account's own id in an ARN is that of whichever account the script runs in. */
const inAccount = (text: string, accountId: string): string =>
  text.replaceAll(`:iam::${accountId}:`, ':iam::"$account":')
