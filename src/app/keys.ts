import type { Key } from 'ink'
import { busy, currentStep, nextOpen, searching, underWay, type State } from './state.ts'

export type Command =
  | 'enter'
  | 'back'
  | 'next-field'
  | 'previous-field'
  | 'up'
  | 'down'
  | 'scan'
  | 'hint'
  | 'answer'
  | 'phone'
  | 'mask'
  | 'copy'
  | 'link'
  | 'billing'
  | 'switch'
  | 'glossary'
  | 'drawing'
  | 'log'
  | 'serve'
  | 'delete-file'
  | 'find'
  | 'palette'
  | 'keys'
  | 'page-down'
  | 'page-up'
  | 'quit'

/** What a binding may depend on: the screen, and what the step and the account offer. */
export type Context = {
  state: State
  /** Whether there is a form with fields, and one with a secret in it. */
  fields: boolean
  secrets: boolean
  codes: boolean
  phone: boolean
  billing: boolean
  /** Whether other programs can be let in. */
  serve: boolean
  /** Whether the credentials file still lies there. */
  csv: boolean
  /** How many answers there are to choose from; none once one is chosen. */
  choices: number
  /** How many commands could be copied. */
  lines: number
}

export type Binding = {
  command: Command
  /** As it is written on the key line. */
  keys: string
  /** The same while a text field has the focus, where its letter would be text. */
  keysTyping?: string
  matches: (input: string, key: Key) => boolean
  /** What it does now, in a word or three. */
  label: (context: Context) => string
  /** What it does, for the list of keys and the README. */
  help: string
  /** Why it does nothing now; undefined when it does. */
  off: (context: Context) => string | undefined
  /** Works while a text field has the focus, too. */
  whileTyping?: true
}

const letter = (wanted: string) => (input: string, key: Key) => input === wanted && !key.ctrl && !key.meta
const opened = ({ state }: Context) => (state.open ? undefined : 'the account is being opened')
const openedOrPanel = (context: Context) => (context.state.panel ? undefined : opened(context))
const noPanel = ({ state }: Context) => (state.panel ? 'close this first (Esc)' : undefined)
const firstOf =
  (...reasons: ((context: Context) => string | undefined)[]) =>
  (context: Context): string | undefined => {
    for (const reason of reasons) {
      const said = reason(context)
      if (said) return said
    }
    return undefined
  }

const enterLabel = (context: Context): string => {
  const { state, phone, codes } = context
  const { phase, panel } = state
  if (panel === 'quit') return 'quit'
  if (panel === 'delete-file') return 'delete it'
  if (panel === 'find') return 'go there'
  if (panel === 'palette') return 'do it'
  if (panel) return 'close'
  switch (phase.at) {
    case 'previewing':
      return 'do this'
    case 'asking':
      if (phase.view === 'qr') return 'type the codes'
      if (phone && codes && state.phone) return 'type these codes'
      if (phase.page.consent) return 'agree'
      if (phase.page.watched) return 'look now'
      if (phase.page.byHand) return 'I have done it'
      return Object.keys(phase.page.fields).length > 0 ? 'send' : 'done'
    case 'done':
      return nextOpen(state) === undefined ? 'finish' : 'next step'
    case 'not-applicable':
      return nextOpen(state) === undefined ? 'finish' : 'next step'
    case 'failed':
      return context.fields ? 'back to the form' : 'try again'
    default:
      return state.standing[currentStep(state)] ? 'look again' : 'plan'
  }
}

const backLabel = ({ state, codes }: Context): string => {
  if (state.panel === 'quit') return 'stay'
  if (state.panel === 'delete-file') return 'keep it'
  if (state.panel) return 'close'
  if (state.focus && !codes) return 'leave the field'
  if (!state.open) return 'quit'
  return underWay(state) ? 'cancel' : 'back'
}

const scrolls = ({ state: { panel } }: Context) => panel !== undefined && panel !== 'quit'
const overflows = ({ state: { scroll } }: Context) => (scroll.last > 0 ? undefined : 'all of it is shown')

const panelKey = (command: Command & State['panel'], keys: string, label: string, help: string): Binding => ({
  command,
  keys,
  matches: letter(keys),
  label: ({ state }) => (state.panel === command ? 'close' : label),
  help,
  off: ({ state }) => (state.panel === 'quit' ? 'answer first (Enter or Esc)' : undefined),
})

/** Every key of the lab, in the order of the key line. The key line, the list of keys and the README come from here. */
export const bindings: readonly Binding[] = [
  {
    command: 'enter',
    keys: 'Enter',
    matches: (_, key) => key.return,
    label: enterLabel,
    help: 'The next thing: plan, do it, send, go on',
    off: firstOf(openedOrPanel, ({ state }) =>
      busy(state) && state.panel === undefined ? 'an answer is waited for; Esc cancels' : undefined,
    ),
    whileTyping: true,
  },
  {
    command: 'back',
    keys: 'Esc',
    matches: (_, key) => key.escape,
    label: backLabel,
    help: 'Back: leave the field, close what is open, cancel what is under way',
    off: ({ state }) =>
      !state.open || state.panel || state.focus || state.phone || state.phase.at !== 'reading'
        ? undefined
        : 'there is nothing to go back from',
    whileTyping: true,
  },
  {
    command: 'next-field',
    keys: 'Tab',
    matches: (_, key) => key.tab && !key.shift,
    label: ({ state }) => (state.focus ? 'next field' : 'fill in'),
    help: 'The next field of the form',
    off: firstOf(noPanel, opened, ({ state, fields }) => {
      if (!fields) return 'this step asks for nothing'
      if (state.phase.at === 'asking')
        return state.phase.view === 'qr' ? 'the codes come next (Enter)' : undefined
      return busy(state) || state.phase.at === 'previewing' ? 'the form is behind (Esc)' : undefined
    }),
    whileTyping: true,
  },
  {
    command: 'previous-field',
    keys: 'Shift-Tab',
    matches: (_, key) => key.tab && key.shift,
    label: () => 'field before',
    help: 'The field before',
    off: firstOf(noPanel, opened, ({ state }) => (state.focus ? undefined : 'no field has the focus (Tab)')),
    whileTyping: true,
  },
  {
    command: 'down',
    keys: '↓ j',
    matches: (input, key) => key.downArrow || letter('j')(input, key),
    label: context => (scrolls(context) ? 'scroll' : context.state.focus ? 'next field' : 'steps'),
    help: 'The next step; scrolls a list',
    off: ({ state }) =>
      state.panel === 'quit'
        ? 'answer first (Enter or Esc)'
        : !state.panel && !state.focus && underWay(state)
          ? 'work is under way; Esc cancels'
          : undefined,
  },
  {
    command: 'up',
    keys: '↑ k',
    matches: (input, key) => key.upArrow || letter('k')(input, key),
    label: context => (scrolls(context) ? 'scroll' : context.state.focus ? 'field before' : 'steps'),
    help: 'The step before; scrolls a list',
    off: context => bindings.find(({ command }) => command === 'down')!.off(context),
  },
  {
    command: 'switch',
    keys: 't',
    matches: letter('t'),
    label: () => 'switch IAM access on or off',
    help: 'On the billing page: switch IAM access to billing on or off',
    off: ({ state }) => (state.panel === 'billing' ? undefined : 'only on the billing page (b)'),
  },
  {
    command: 'phone',
    keys: 'v',
    matches: letter('v'),
    label: ({ state }) => (state.phone ? 'phone away' : 'phone'),
    help: 'The virtual phone: the codes of the practice account',
    off: firstOf(noPanel, opened, ({ phone }) =>
      phone ? undefined : 'only the practice account has a virtual phone',
    ),
  },
  {
    command: 'scan',
    keys: 's',
    matches: letter('s'),
    label: () => 'scan again',
    help: 'The QR code once more, while its codes are typed',
    off: firstOf(noPanel, ({ state: { phase } }) =>
      phase.at === 'asking' && phase.page.shows && phase.view === 'form'
        ? undefined
        : 'no device is being set up',
    ),
  },
  {
    command: 'hint',
    keys: 'h',
    matches: letter('h'),
    label: () => 'hint',
    help: 'A hint; each press says more',
    off: firstOf(noPanel, ({ state }) =>
      (state.hints[currentStep(state)] ?? 0) < 3 ? undefined : 'all three hints are shown',
    ),
  },
  {
    command: 'answer',
    keys: '1-3',
    matches: (input, key) => /^[123]$/.test(input) && !key.ctrl && !key.meta,
    label: () => 'answer',
    help: 'Answer the question that a finished step asks (Enter leaves it)',
    off: firstOf(noPanel, ({ choices }) => (choices > 0 ? undefined : 'nothing is asked')),
  },
  {
    command: 'copy',
    keys: 'c',
    matches: letter('c'),
    label: ({ state }) => (state.panel === 'log' ? 'copy as a script' : 'copy'),
    help: 'Copy the same as aws commands, secrets masked; in the log as a script that asks for them. Once more writes a file',
    off: firstOf(
      context =>
        context.state.panel === 'serve' || context.state.panel === 'log' ? undefined : noPanel(context),
      ({ lines, state }) => {
        if (lines > 0) return undefined
        if (state.panel === 'log') return 'nothing has been sent yet'
        return state.panel === 'serve'
          ? 'there is nothing to type yet'
          : 'the commands are known once there is a plan (Enter)'
      },
    ),
  },
  {
    command: 'link',
    keys: 'o',
    matches: letter('o'),
    label: () => 'link',
    help: 'Open the AWS page in a browser',
    off: noPanel,
  },
  {
    command: 'mask',
    keys: 'm',
    keysTyping: 'Ctrl-R',
    matches: (input, key) => letter('m')(input, key) || (key.ctrl && input === 'r'),
    label: ({ state }) => (state.masked ? 'show secrets' : 'mask'),
    help: 'Show or mask secrets (in a text field Ctrl-R)',
    off: firstOf(noPanel, ({ secrets }) => (secrets ? undefined : 'there is no secret on this page')),
    whileTyping: true,
  },
  {
    ...panelKey('billing', 'b', 'billing', 'The billing page, as whoever is signed in sees it'),
    off: firstOf(opened, ({ billing, state }) =>
      state.panel === 'quit'
        ? 'answer first (Enter or Esc)'
        : billing
          ? undefined
          : 'look at the billing page in the console of a real account',
    ),
  },
  panelKey('drawing', 'd', 'drawing', 'A drawing of the account, as far as the lab has made it'),
  panelKey('glossary', 'g', 'glossary', 'The glossary: every concept of the lab'),
  panelKey('log', 'l', 'log', 'The call log: what was sent, and what AWS answered'),
  {
    command: 'serve',
    keys: 'e',
    matches: letter('e'),
    label: ({ state }) => {
      if (state.serving === undefined) return 'serve'
      return state.panel === 'serve' ? 'stop serving' : 'endpoint'
    },
    help: 'Serve the practice account to the AWS CLI in another terminal; once more stops it',
    off: firstOf(opened, ({ serve, state }) => {
      if (state.panel === 'quit') return 'answer first (Enter or Esc)'
      if (!serve) return 'only the practice account is served'
      return state.serving === 'starting' ? 'the port is being opened' : undefined
    }),
  },
  {
    ...panelKey(
      'delete-file',
      'x',
      'delete the file',
      'Delete the credentials file of step 8, once its key is taken',
    ),
    off: firstOf(opened, ({ csv, state }) => {
      if (state.panel === 'quit') return 'answer first (Enter or Esc)'
      if (underWay(state)) return 'work is under way; Esc cancels'
      if (!csv) return 'there is no credentials file'
      return nextOpen(state) === undefined ? undefined : 'the lab signs in with it until all steps are done'
    }),
  },
  {
    command: 'page-down',
    keys: 'PgDn',
    matches: (input, key) => key.pageDown || letter(' ')(input, key),
    label: () => 'more',
    help: 'Further down in a long text (Space, too)',
    off: overflows,
    whileTyping: true,
  },
  {
    command: 'page-up',
    keys: 'PgUp',
    matches: (_, key) => key.pageUp,
    label: () => 'back up',
    help: 'Further up in a long text',
    off: firstOf(overflows, ({ state }) => (state.scroll.first > 0 ? undefined : 'this is the beginning')),
    whileTyping: true,
  },
  panelKey('find', '/', 'find', 'Find a step, a key, a word of the glossary or a call'),
  panelKey('palette', ':', 'do', 'Do anything by its name'),
  panelKey('keys', '?', 'keys', 'All keys, and why one is off'),
  {
    command: 'quit',
    keys: 'q',
    matches: letter('q'),
    label: () => 'quit',
    help: 'Quit; asks first while work is under way (Ctrl-C quits at once)',
    off: () => undefined,
  },
]

/** Keys that are no command of the lab, in the order of the list of keys and the README. */
export const otherKeys: readonly Pick<Binding, 'keys' | 'help'>[] = [
  { keys: '← →', help: 'In a text field: by one character; with Ctrl or Alt by a word' },
  { keys: 'Home End', help: 'In a text field: to its beginning and end (Ctrl-A and Ctrl-E, too)' },
  { keys: 'Ctrl-W', help: 'In a text field: deletes the word before the cursor (Alt-D the one behind)' },
  { keys: 'Ctrl-U', help: 'In a text field: deletes to its beginning (Ctrl-K to its end)' },
  { keys: 'Ctrl-_', help: 'In a text field: undoes (Ctrl-/ on most keyboards)' },
  { keys: 'Ctrl-Z', help: 'Suspends the lab; fg brings it back' },
]

/** Whether a binding can be pressed now: while typing, letters belong to the field. */
export const applies = (binding: Binding, context: Context, typing: boolean): boolean =>
  (!typing || binding.whileTyping === true) && binding.off(context) === undefined

/** Keys that another one stands for, and those that are said where they are needed: beside the text that goes on. */
const saidElsewhere: ReadonlySet<Command> = new Set(['up', 'previous-field', 'page-up', 'page-down'])

/** Whether a panel is left by Esc in a way of its own. */
const asks = (state: State): boolean =>
  state.panel === 'quit' || state.panel === 'delete-file' || searching(state) !== undefined

/** What the key line shows: every key that applies now. Pairs that do the same in two directions are shown once. */
export const keyLine = (context: Context, typing: boolean): { keys: string; label: string }[] => {
  const choosing = searching(context.state) ? [{ keys: '↑↓', label: 'choose' }] : []
  const shown = bindings
    .filter(binding => applies(binding, context, typing))
    .map(binding => ({
      command: binding.command,
      keys: (typing && binding.keysTyping) || binding.keys,
      label: binding.label(context),
    }))
  return [
    ...shown.flatMap(({ command, keys, label }) => {
      if (command === 'down') return context.state.focus ? [] : [{ keys: '↑↓', label }]
      if (command === 'back' && context.state.panel && !asks(context.state)) return []
      return saidElsewhere.has(command) ? [] : [{ keys, label }]
    }),
    ...choosing,
  ]
}

/** One key press, or text that was typed in one go. */
export type Stroke = { input: string; key: Key }

// eslint-disable-next-line no-control-regex
const pieces = /[\u0001-\u001f]|[^\u0001-\u001f]+/gu

/**
 * What arrived in one piece, key by key: a terminal hands over at once what was typed while the program was busy.
 * Text stays together; Enter, Tab and control keys stand alone.
 */
export const strokes = (input: string, key: Key): Stroke[] => {
  if (key.ctrl || key.meta || [...input].length < 2) return [{ input, key }]
  return (input.match(pieces) ?? []).map(text => {
    if (text === '\r') return { input: '', key: { ...key, return: true } }
    if (text === '\t') return { input: '', key: { ...key, tab: true } }
    if (text > '\u001A' && text < ' ') return { input: text, key }
    if (text < ' ')
      return { input: String.fromCodePoint(text.codePointAt(0)! + 96), key: { ...key, ctrl: true } }
    return { input: text, key }
  })
}
