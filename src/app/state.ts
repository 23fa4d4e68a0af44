import type { Session } from '../lab/account.ts'
import type { Page } from '../lab/console.ts'
import type { Explained } from '../lab/explain.ts'
import type { Happening } from '../lab/run.ts'
import type { Action, Evidence } from '../lab/step.ts'
import { advanced, type Item } from './item.ts'
import type { Line } from './parts/edit.ts'

/** What stands in the fields of a form, by field name. */
export type Lines = Record<string, Line>

/** Where the learner is in a step. Each phase holds exactly what its screen shows. */
export type Phase =
  | { at: 'reading' }
  | { at: 'planning' }
  | { at: 'previewing'; actions: Action[]; items: Item[] }
  /** `typed` is what was just sent on a page, should the page be asked again. */
  | { at: 'running'; items: Item[]; typed?: Lines }
  | {
      at: 'asking'
      items: Item[]
      page: Page
      problem: string | undefined
      lines: Lines
      view: 'qr' | 'form'
    }
  | { at: 'reading-back'; items: Item[]; waiting?: { claim: string; milliseconds: number } }
  /** `lasting` is evidence from before: the step was done when its page was opened. */
  | { at: 'done'; how: 'now' | 'already' | 'before'; evidence: Evidence[] }
  | { at: 'failed'; items: Item[]; trouble: Explained }
  /** This account does not have the step. */
  | { at: 'not-applicable'; reason: string }

/** What may stand in place of the step. */
export type Panel =
  | 'keys'
  | 'log'
  | 'drawing'
  | 'glossary'
  | 'billing'
  | 'serve'
  | 'finish'
  | 'delete-file'
  | 'quit'
  | Search

/** The panels that have a query to type: everything there is to find, or everything there is to do. */
export type Search = 'find' | 'palette'

export type State = {
  /** The ids of the steps, in order. */
  steps: readonly string[]
  /** Whether the account has been opened. */
  open: boolean
  /** The ARN of whoever is signed in. */
  identity: string | undefined
  accountId: string
  alias: string | undefined
  /** What is to be known of the credentials in use, where there are any to speak of. */
  session: Session | undefined
  /** Why the account does not have some of the steps. */
  inapplicable: Readonly<Record<string, string>>
  /** The evidence of the steps that are done. */
  standing: Readonly<Record<string, Evidence[]>>
  cursor: number
  /** Whether the learner has gone somewhere: the cursor is theirs from then on. */
  moved: boolean
  phase: Phase
  /** Counts the runs; what belongs to an earlier one is stale. */
  run: number
  focus: string | undefined
  /** What was typed in the steps' own forms, by step. */
  typed: Readonly<Record<string, Lines>>
  /** The fields whose problems are shown. */
  touched: ReadonlySet<string>
  hints: Readonly<Record<string, number>>
  /** The answers to the steps' questions, by step: the index of the choice. */
  answers: Readonly<Record<string, number>>
  /** Whether the question of the step that is shown was answered just now. */
  answered: boolean
  /** The step that is looked at in passing, by its number. */
  looking: number | undefined
  panel: Panel | undefined
  /** What is searched for, and which of the finds is chosen. */
  query: Line
  chosen: number
  phone: boolean
  /** Whether other programs can call the account, and where. */
  serving: 'starting' | { endpoint: string } | undefined
  masked: boolean
  /**
   * Where in a long text the window stands: what the learner has scrolled to (undefined while the text stands where it begins,
   * or where that is in sight which has to be), the first row that shows, and the last that could.
   */
  scroll: { at: number | undefined; first: number; last: number }
  notice: string
}

export type Event =
  | { type: 'opened'; accountId: string; alias: string | undefined; notice: string | undefined }
  | { type: 'identified'; identity: string | undefined; accountId: string; session: Session | undefined }
  | { type: 'inapplicable'; step: string; reason: string }
  | { type: 'replanned'; run: number; items: Item[] }
  | { type: 'named'; alias: string | undefined }
  | { type: 'stood'; step: string; evidence: Evidence[] | undefined }
  /** Where the lab suggests to begin; a learner who has moved already stays. */
  | { type: 'suggested'; cursor: number }
  | { type: 'moved'; cursor: number }
  | { type: 'focused'; field: string | undefined }
  | { type: 'typed'; field: string; line: Line }
  | { type: 'codes-typed'; lines: Lines }
  | { type: 'revealed'; fields: string[]; focus: string | undefined }
  | { type: 'planning' }
  | { type: 'planned'; run: number; actions: Action[]; items: Item[] }
  | { type: 'confirmed' }
  | { type: 'happened'; run: number; happening: Happening }
  | {
      type: 'asked'
      run: number
      page: Page
      problem: string | undefined
      wrong?: string | undefined
      lines: Lines
    }
  | { type: 'scanned' }
  | { type: 'scan-again' }
  | { type: 'answered' }
  | { type: 'reading-back'; run: number }
  | { type: 'waiting'; run: number; claim: string; milliseconds: number }
  | { type: 'finished'; run: number; how: 'now' | 'already'; evidence: Evidence[] }
  | { type: 'failed'; run: number; trouble: Explained }
  | { type: 'left' }
  | { type: 'hinted' }
  | { type: 'chose-answer'; choice: number }
  | { type: 'looking'; step: number | undefined }
  | { type: 'masked' }
  | { type: 'phone' }
  | { type: 'panel'; panel: Panel | undefined }
  | { type: 'searched'; query: Line }
  | { type: 'chose'; chosen: number }
  | { type: 'serve' }
  | { type: 'served'; endpoint: string }
  | { type: 'unserved'; notice: string }
  | { type: 'scrolled'; by: number }
  | { type: 'measured'; first: number; last: number }
  | { type: 'noticed'; text: string }

/** The screen before anything is known: the first step, to read. */
export const initialState = (steps: readonly string[]): State => ({
  steps,
  open: false,
  identity: undefined,
  accountId: '',
  alias: undefined,
  session: undefined,
  inapplicable: {},
  standing: {},
  cursor: 0,
  moved: false,
  phase: { at: 'reading' },
  run: 0,
  focus: undefined,
  typed: {},
  touched: new Set(),
  hints: {},
  answers: {},
  answered: false,
  looking: undefined,
  panel: undefined,
  query: { value: '', cursor: 0 },
  chosen: 0,
  phone: false,
  serving: undefined,
  masked: true,
  scroll: { at: undefined, first: 0, last: 0 },
  notice: '',
})

/** Whether a query is being typed. */
export const searching = ({ panel }: State): Search | undefined =>
  panel === 'find' || panel === 'palette' ? panel : undefined

/** The id of the step that is shown. */
export const currentStep = ({ steps, cursor }: State): string => steps[cursor]!

/** The next step that is not done, after the current one and then from the top; undefined when all are. */
export const nextOpen = ({ steps, cursor, standing, inapplicable }: State): number | undefined => {
  const order = [...steps.keys()].map(offset => (cursor + 1 + offset) % steps.length)
  return order.find(index => {
    const id = steps[index]!
    return standing[id] === undefined && inapplicable[id] === undefined
  })
}

/** How many steps are done. */
export const doneCount = ({ steps, standing }: State): number => steps.filter(id => standing[id]).length

/** Whether something is under way that an answer is waited for. */
export const busy = ({ phase: { at } }: State): boolean =>
  at === 'planning' || at === 'running' || at === 'reading-back'

/** Whether a run has begun and has not ended, so that leaving would break it off. */
export const underWay = (state: State): boolean => busy(state) || state.phase.at === 'asking'

/** What a step opens with: its evidence when it is done, else its text. */
const opening = ({ standing, inapplicable }: State, id: string): Phase =>
  inapplicable[id] !== undefined
    ? { at: 'not-applicable', reason: inapplicable[id] }
    : standing[id]
      ? { at: 'done', how: 'before', evidence: standing[id] }
      : { at: 'reading' }

const top = { at: undefined, first: 0, last: 0 }
const turned = {
  focus: undefined,
  touched: new Set<string>(),
  scroll: top,
  notice: '',
  masked: true,
  answered: false,
}

/** What an event makes of the screen. Pure: effects are elsewhere, and an event of a run that was left changes nothing. */
export const reduce = (state: State, event: Event): State => {
  if ('run' in event && event.run !== state.run) return state
  const { phase } = state
  switch (event.type) {
    case 'opened':
      return {
        ...state,
        open: true,
        accountId: event.accountId,
        alias: event.alias,
        notice: event.notice ?? '',
      }
    case 'identified':
      return { ...state, identity: event.identity, accountId: event.accountId, session: event.session }
    case 'inapplicable': {
      const inapplicable = { ...state.inapplicable, [event.step]: event.reason }
      const shown = currentStep(state) === event.step && state.focus === undefined
      return {
        ...state,
        inapplicable,
        ...(shown && { phase: { at: 'not-applicable', reason: event.reason } }),
      }
    }
    case 'replanned': {
      const done = itemsOf(phase).filter(({ status }) => status === 'done')
      return { ...state, phase: { at: 'running', items: [...done, ...event.items] } }
    }
    case 'named':
      return { ...state, alias: event.alias }
    case 'stood':
      return stood(state, event.step, event.evidence)
    case 'suggested':
      return state.moved ? state : moved(state, event.cursor)
    case 'moved':
      return { ...moved(state, event.cursor), moved: true }
    case 'focused': {
      const left = state.focus !== undefined && state.focus !== event.field ? [state.focus] : []
      const base: State =
        phase.at === 'done' || phase.at === 'failed' ? { ...state, phase: { at: 'reading' } } : state
      return {
        ...base,
        focus: event.field,
        touched: new Set([...state.touched, ...left]),
        scroll: top,
        notice: '',
      }
    }
    case 'typed':
      return typed(state, { [event.field]: event.line })
    case 'codes-typed':
      return { ...typed(state, event.lines), phone: false, focus: undefined }
    case 'revealed':
      return {
        ...state,
        touched: new Set([...state.touched, ...event.fields]),
        focus: event.focus,
        notice: '',
      }
    case 'planning':
      return { ...state, ...turned, moved: true, run: state.run + 1, phase: { at: 'planning' } }
    case 'planned':
      return { ...state, ...turned, phase: { at: 'previewing', actions: event.actions, items: event.items } }
    case 'confirmed':
      return phase.at === 'previewing'
        ? { ...state, ...turned, phase: { at: 'running', items: phase.items } }
        : state
    case 'happened':
      return happened(state, event.happening)
    case 'asked':
      return asked(state, event)
    case 'scanned':
      return phase.at === 'asking'
        ? {
            ...state,
            phase: { ...phase, view: 'form' },
            focus: codeField(phase.page, phase.lines),
            scroll: top,
          }
        : state
    case 'scan-again':
      return phase.at === 'asking' && phase.page.shows
        ? { ...state, ...turned, phase: { ...phase, view: 'qr' }, phone: false }
        : state
    case 'answered':
      return phase.at === 'asking'
        ? {
            ...state,
            ...turned,
            phase: { at: 'running', items: phase.items, typed: phase.lines },
            phone: false,
          }
        : state
    case 'reading-back':
      return { ...state, phase: { at: 'reading-back', items: itemsOf(phase) } }
    case 'waiting': {
      const { claim, milliseconds } = event
      return {
        ...state,
        phase: { at: 'reading-back', items: itemsOf(phase), waiting: { claim, milliseconds } },
      }
    }
    case 'finished': {
      const { how, evidence } = event
      const standing = { ...state.standing, [currentStep(state)]: evidence }
      return { ...state, ...turned, standing, phase: { at: 'done', how, evidence }, phone: false }
    }
    case 'failed': {
      const items = itemsOf(phase).map(item =>
        item.status === 'sending' ? { ...item, status: 'failed' as const } : item,
      )
      return { ...state, ...turned, phase: { at: 'failed', items, trouble: event.trouble }, phone: false }
    }
    case 'left':
      return { ...state, ...turned, run: state.run + 1, phase: { at: 'reading' }, phone: false }
    case 'hinted': {
      const id = currentStep(state)
      return {
        ...state,
        hints: { ...state.hints, [id]: Math.min(3, (state.hints[id] ?? 0) + 1) },
        scroll: top,
      }
    }
    case 'chose-answer':
      return {
        ...state,
        answers: { ...state.answers, [currentStep(state)]: event.choice },
        answered: true,
        scroll: { ...state.scroll, at: undefined },
        notice: '',
      }
    case 'looking':
      return { ...state, looking: event.step }
    case 'masked':
      return { ...state, masked: !state.masked }
    case 'phone':
      return { ...state, phone: !state.phone }
    case 'panel':
      return {
        ...state,
        panel: event.panel,
        query: { value: '', cursor: 0 },
        chosen: 0,
        scroll: top,
        notice: '',
      }
    case 'searched':
      return { ...state, query: event.query, chosen: 0, notice: '' }
    case 'chose':
      return { ...state, chosen: event.chosen, notice: '' }
    case 'serve':
      return { ...state, serving: 'starting', panel: 'serve', scroll: top, notice: '' }
    case 'served':
      return { ...state, serving: { endpoint: event.endpoint } }
    case 'unserved':
      return {
        ...state,
        serving: undefined,
        panel: state.panel === 'serve' ? undefined : state.panel,
        notice: event.notice,
      }
    case 'scrolled': {
      const { first, last } = state.scroll
      const at = Math.max(0, Math.min(first + event.by, last))
      return { ...state, scroll: { at, first: at, last } }
    }
    case 'measured': {
      const { at } = state.scroll
      const { first, last } = event
      return first === state.scroll.first && last === state.scroll.last
        ? state
        : { ...state, scroll: { at: at && Math.min(at, last), first, last } }
    }
    case 'noticed':
      return { ...state, notice: event.text }
  }
}

const moved = (state: State, cursor: number): State =>
  cursor === state.cursor && state.phase.at !== 'done'
    ? state
    : {
        ...state,
        ...turned,
        run: state.run + 1,
        cursor,
        phase: opening(state, state.steps[cursor]!),
        panel: undefined,
      }

/** What was seen of a step later on. The step that is shown follows, unless the learner is at work on it. */
const stood = (state: State, step: string, evidence: Evidence[] | undefined): State => {
  const { [step]: _, ...others } = state.standing
  const standing = evidence ? { ...others, [step]: evidence } : others
  const next = { ...state, standing }
  const shown = currentStep(state) === step && state.focus === undefined
  if (!shown || (state.phase.at !== 'reading' && state.phase.at !== 'done')) return next
  if (state.phase.at === 'done' && evidence) return { ...next, phase: { ...state.phase, evidence } }
  if (state.phase.at === 'reading' && state.moved) return next
  return { ...next, phase: opening(next, step) }
}

/** A field is checked from its first letter on; a code only when it is sent, for it is wrong until it is whole. */
const typed = (state: State, lines: Lines): State => {
  const { phase } = state
  const scroll = { ...state.scroll, at: undefined }
  if (phase.at === 'asking') {
    const checked = Object.keys(lines).filter(name => phase.page.fields[name]!.type !== 'code')
    const touched = new Set([...state.touched, ...checked])
    return { ...state, touched, scroll, notice: '', phase: { ...phase, lines: { ...phase.lines, ...lines } } }
  }
  const id = currentStep(state)
  const touched = new Set([...state.touched, ...Object.keys(lines)])
  return {
    ...state,
    touched,
    scroll,
    notice: '',
    typed: { ...state.typed, [id]: { ...state.typed[id], ...lines } },
  }
}

/** The page that is asked. After a refusal what was typed stands there still; only codes begin anew, since one works once. */
const asked = (state: State, { page, problem, wrong, lines }: Extract<Event, { type: 'asked' }>): State => {
  const { phase } = state
  const before = phase.at === 'running' && problem !== undefined ? (phase.typed ?? {}) : {}
  const kept = Object.fromEntries(
    Object.entries(lines).map(([name, line]) => [
      name,
      page.fields[name]!.type === 'code' ? line : (before[name] ?? line),
    ]),
  )
  const view = page.shows && problem === undefined ? 'qr' : 'form'
  return {
    ...state,
    ...turned,
    phase: { at: 'asking', items: itemsOf(phase), page, problem, lines: kept, view },
    focus:
      view === 'form'
        ? (wrongField(page, wrong) ?? codeField(page, kept) ?? onlyEmpty(page, kept))
        : undefined,
  }
}

/** The field that was refused, where it still has what was typed: codes begin anew. */
const wrongField = (page: Page, wrong: string | undefined): string | undefined => {
  const type = wrong === undefined ? undefined : page.fields[wrong]?.type
  return type === undefined || type === 'code' ? undefined : wrong
}

/** The first code that is still to be typed: codes are typed at once, since no letter key is lost in them. */
const codeField = (page: Page, lines: Lines): string | undefined =>
  Object.keys(page.fields).find(name => page.fields[name]!.type === 'code' && lines[name]!.value.length < 6)

/** The one field of a page that asks for nothing else. */
const onlyEmpty = (page: Page, lines: Lines): string | undefined => {
  const [name, ...others] = Object.keys(page.fields)
  return name !== undefined && others.length === 0 && lines[name]!.value === '' ? name : undefined
}

const itemsOf = (phase: Phase): Item[] => ('items' in phase ? phase.items : [])

const happened = (state: State, happening: Happening): State => {
  const { phase } = state
  if (!('items' in phase)) return state
  return { ...state, phase: { ...phase, items: advanced(phase.items, happening) } }
}
