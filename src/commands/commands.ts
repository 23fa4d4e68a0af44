/** An option of the command line. With `value` it takes one, and `value` is what stands for it in the help. */
export type Option = {
  summary: string
  value?: string
  /** What a value must look like, and the same in words. */
  pattern?: RegExp
  limits?: string
  short?: string
}

/** A command. Its words are what is typed after `iam-lab`; the one without words is the full-screen lab. */
export type Command = {
  words: string
  summary: string
  options: Record<string, Option>
  /** What is typed after the words, by name; all of it is needed. */
  positionals: Record<string, Pick<Option, 'summary' | 'pattern' | 'limits'>>
  /** One of these options is needed, and no two go together. */
  oneOf?: string[]
  examples: [line: string, what: string][]
}

const accountName = {
  pattern: /^[A-Za-z0-9][A-Za-z0-9_-]{0,63}$/,
  limits: 'Use letters, digits, - and _, up to 64.',
}
const accountId = { value: 'ID', pattern: /^\d{12}$/, limits: 'An account id is twelve digits.' }

const where = {
  sim: { summary: 'in the practice account, offline' },
  live: { summary: 'in a real account, with the credentials of the AWS CLI' },
  account: { value: 'NAME', summary: 'which practice account ("practice")', ...accountName },
  profile: { value: 'P', summary: 'which AWS profile (with --live)' },
  'endpoint-url': {
    value: 'URL',
    summary: 'send every call there and none to AWS (with --live)',
    pattern: /^https?:\/\/\S+$/,
    limits: 'Write an address that begins with http:// or https://.',
  },
  region: {
    value: 'R',
    summary: 'the AWS region of the calls (with --live)',
    pattern: /^[a-z0-9-]+$/,
    limits: 'Write a region such as us-east-1.',
  },
} satisfies Record<string, Option>

const json: Option = { summary: 'for programs: one JSON object a line' }

/** Options that every command takes. */
export const everywhere: Record<string, Option> = {
  home: { value: 'DIR', summary: 'where everything is kept (IAM_LAB_HOME)' },
  'no-color': { summary: 'without colours (NO_COLOR)' },
  plain: { summary: 'lines of text alone: for screen readers and pipes' },
  debug: { summary: 'with the stack trace of an error' },
  help: { summary: 'this text', short: 'h' },
  version: { summary: 'the version', short: 'V' },
}

/** The command line, as data: it is parsed by this table, and the help is made from it. */
export const commands: readonly Command[] = [
  {
    words: '',
    summary: 'the lab, full screen; without an option, the start screen',
    options: where,
    positionals: {},
    examples: [
      ['iam-lab --sim', 'do the lab in the practice account'],
      ['iam-lab --sim --account class-1', 'the same in another one'],
      ['iam-lab --sim --plain', 'the same in lines of text'],
      ['iam-lab --live --profile root', 'the same in your own account'],
    ],
  },
  {
    words: 'run',
    summary: 'do the steps without a screen',
    options: {
      ...where,
      answers: { value: 'FILE', summary: 'what to fill in: JSON, by step id and field name' },
      only: { value: 'ID,..', summary: 'these steps alone' },
      until: { value: 'ID', summary: 'up to this step' },
      'dry-run': { summary: 'show the plan and change nothing' },
      yes: { summary: 'without asking' },
      'account-id': { ...accountId, summary: 'refuse any account but this one' },
      attest: { value: 'ID,..', summary: 'your word that these steps are done, where no API can show it' },
      json,
    },
    positionals: {},
    oneOf: ['sim', 'live'],
    examples: [
      ['iam-lab run --sim', 'all steps, in the practice account'],
      ['iam-lab run --sim --dry-run', 'what that would do'],
      ['iam-lab run --live --profile root --dry-run', 'the same in your own account'],
      ['iam-lab run --sim --answers class.json --until admin-user', 'some of them, with names of your own'],
    ],
  },
  {
    words: 'steps',
    summary: 'the steps, their fields, types, defaults and limits',
    options: { json: { summary: 'for programs: one JSON object' } },
    positionals: {},
    examples: [['iam-lab steps --json', 'for writing an answers file']],
  },
  {
    words: 'undo',
    summary: 'take back what iam-lab did',
    options: {
      ...where,
      'dry-run': { summary: 'show what would be taken back and change nothing' },
      yes: { summary: 'without asking' },
      'account-id': { ...accountId, summary: 'refuse any account but this one' },
    },
    positionals: {},
    oneOf: ['sim', 'live'],
    examples: [['iam-lab undo --sim --dry-run', 'what would be taken back']],
  },
  {
    words: 'serve',
    summary: 'let the AWS CLI and other programs use the practice account',
    options: {
      account: where.account,
      port: {
        value: 'N',
        summary: 'on which port of this machine (4265); 0 takes a free one',
        pattern: /^(?:\d{1,4}|[1-5]\d{4}|6[0-4]\d{3}|65[0-4]\d\d|655[0-2]\d|6553[0-5])$/,
        limits: 'A port is a number from 0 to 65535.',
      },
      control: { summary: 'with /_control/: be root, reset, let time pass; for tests' },
      json: { summary: 'for programs: one JSON object' },
      operations: { summary: 'list the operations that are simulated' },
    },
    positionals: {},
    examples: [
      ['iam-lab serve', 'until Ctrl-C; it says what to type in another terminal'],
      ['iam-lab serve --port 0 --json', 'for a script: the endpoint on one line, once it answers'],
      ['iam-lab serve --operations', 'what can be called'],
    ],
  },
  {
    words: 'sim list',
    summary: 'the practice accounts',
    options: {},
    positionals: {},
    examples: [],
  },
  {
    words: 'sim new',
    summary: 'make a practice account',
    options: { 'account-id': { ...accountId, summary: 'its account id' } },
    positionals: { NAME: { summary: 'its name', ...accountName } },
    examples: [['iam-lab sim new class-1 --account-id 111122223333', 'with an account id of your choice']],
  },
  {
    words: 'sim reset',
    summary: 'empty a practice account: it keeps its id',
    options: {
      account: where.account,
      yes: { summary: 'without asking' },
    },
    positionals: {},
    examples: [['iam-lab sim reset --yes', 'begin again']],
  },
]
