import type { Key } from 'ink'
import { useState, useSyncExternalStore } from 'react'
import type { Values } from '../lab/field.ts'
import { about, type Sitting } from '../lab/sitting.ts'
import type { Step } from '../lab/step.ts'
import { csvLeft, deleteCsv } from '../lab/credentials-file.ts'
import { callLog, type LoggedCall } from '../lab/call-log.ts'
import { explain } from '../lab/explain.ts'
import { keyLines } from '../lab/key-lines.ts'
import { script } from '../lab/script.ts'
import { fieldBeside, type FormNow } from './form.ts'
import { bindings, strokes, type Command, type Context } from './keys.ts'
import type { Outside } from './outside.ts'
import { edit, lineOf } from './parts/edit.ts'
import { find, type Found } from './find.ts'
import { deviceFor } from './phone.ts'
import { createRuns, type Exit, type Opened } from './runs.ts'
import { initialState, nextOpen, reduce, searching, underWay, type Event, type State } from './state.ts'
import { typedInto } from './typing.ts'

type Given = { steps: readonly Step[]; open: () => Promise<Opened>; outside: Outside; onExit: Exit }

/** The lab behind the screen: its state, and what keys do to it. */
export type Lab = {
  state: () => State
  subscribe: (listener: () => void) => () => void
  sitting: () => Sitting | undefined
  step: () => Step
  form: () => FormNow | undefined
  context: () => Context
  /** Whether letters go to a field. */
  typing: () => boolean
  /** The commands that `c` copies. */
  lines: () => string[]
  /** What was chosen in a step, by its id. */
  chosen: (step: string) => Values
  /** Every call that was sent, the oldest first. */
  calls: () => LoggedCall[]
  /** What the query finds. */
  found: () => Found[]
  /** Opens the account. Called once, after the first frame. */
  begin: () => Promise<void>
  press: (input: string, key: Key) => void
  paste: (text: string) => void
  /** Says which screen a person has before them: Enter counts for that one alone. */
  drawn: (screen: string) => void
  measured: (first: number, last: number) => void
}

/** Names what is on the screen, so that an Enter that was meant for something else does nothing. */
export const screenOf = ({ run, cursor, phase, panel }: State): string =>
  [
    run,
    cursor,
    phase.at,
    phase.at === 'asking' ? `${phase.view} ${phase.page.title} ${phase.problem ?? ''}` : '',
    panel ?? '',
  ].join('|')

const noKey: Key = {
  upArrow: false,
  downArrow: false,
  leftArrow: false,
  rightArrow: false,
  pageDown: false,
  pageUp: false,
  home: false,
  end: false,
  return: false,
  escape: false,
  ctrl: false,
  shift: false,
  tab: false,
  backspace: false,
  delete: false,
  meta: false,
  super: false,
  hyper: false,
  capsLock: false,
  numLock: false,
}

/** For how long, in milliseconds. */
const drawnTogether = 50

const nothingTakesText = 'Nothing was pasted: no field has the focus (Tab).'
const tooManyLines = (count: number) => `Nothing was pasted: that is ${count} lines, and a field takes one.`

/** The lab and all its effects. The state is replaced at once, so that a second key in the same moment meets what the first one did. */
export const createLab = ({ steps, open, outside, onExit }: Given): Lab => {
  let state = initialState(steps.map(({ id }) => id))
  let seen = ''
  const listeners = new Set<() => void>()

  let soon: NodeJS.Timeout | undefined
  const draw = () => {
    clearTimeout(soon)
    soon = undefined
    for (const listener of listeners) listener()
  }

  const tell = (event: Event): void => {
    const next = reduce(state, event)
    if (next === state) return
    state = next
    draw()
  }

  /** What is seen in passing is drawn together: each frame costs a key its time. */
  const tellSoon = (event: Event): void => {
    const next = reduce(state, event)
    if (next === state) return
    state = next
    soon ??= setTimeout(draw, drawnTogether)
  }

  const step = (): Step => steps[state.cursor]!
  const runs = createRuns({ steps, open, onExit, state: () => state, tell, tellSoon })
  const { sitting, form } = runs

  const codeFields = (): string[] =>
    state.phase.at === 'asking'
      ? Object.entries(state.phase.page.fields).flatMap(([name, { type }]) => (type === 'code' ? [name] : []))
      : []

  /** The phone's codes, typed into the form: one that signs in now, or two that follow each other. */
  const typeFromPhone = () => {
    if (state.phase.at !== 'asking') return
    const device = deviceFor(sitting()?.account.phone?.codes() ?? [], state.phase.page, step().id)
    if (device === undefined) return tell({ type: 'noticed', text: 'The phone has no device for this yet.' })
    const names = codeFields()
    const codes = names.length === 1 ? [device.usable] : [device.code, device.next]
    if (codes.includes(undefined))
      return tell({
        type: 'noticed',
        text: `That code was used; the next one comes in ${device.secondsLeft} s.`,
      })
    const lines = Object.fromEntries(names.map((name, index) => [name, lineOf(codes[index]!)]))
    tell({ type: 'codes-typed', lines })
  }

  const enter = () => {
    if (state.panel === 'quit') return onExit(0)
    if (state.panel === 'delete-file') return deleteFile()
    if (searching(state)) return act(found()[state.chosen])
    if (state.panel) return tell({ type: 'panel', panel: undefined })
    const { phase } = state
    switch (phase.at) {
      case 'reading':
        return runs.plan()
      case 'previewing':
        return runs.confirm()
      case 'asking':
        if (phase.view === 'qr') return tell({ type: 'scanned' })
        return state.phone && codeFields().length > 0 ? typeFromPhone() : runs.answer()
      case 'not-applicable':
      case 'done': {
        const next = nextOpen(state)
        return tell(next === undefined ? { type: 'panel', panel: 'finish' } : { type: 'moved', cursor: next })
      }
      case 'failed':
        return Object.keys(step().fields).length > 0 ? tell({ type: 'left' }) : runs.plan()
    }
  }

  const back = () => {
    if (state.panel) return tell({ type: 'panel', panel: undefined })
    if (state.phone) return tell({ type: 'phone' })
    const codes = state.focus !== undefined && codeFields().includes(state.focus)
    if (state.focus !== undefined && !codes) return tell({ type: 'focused', field: undefined })
    if (!state.open) return tell({ type: 'panel', panel: 'quit' })
    if (state.phase.at === 'reading') return
    tell({ type: 'left' })
    runs.cancel()
  }

  const go = (by: 1 | -1) => {
    if (state.panel) return tell({ type: 'scrolled', by })
    if (state.focus !== undefined) return focus(by)
    tell({ type: 'moved', cursor: (state.cursor + by + steps.length) % steps.length })
  }

  const focus = (by: 1 | -1) => {
    const now = form()
    if (now) tell({ type: 'focused', field: fieldBeside(now.fields, state.focus, by) })
  }

  /** The log is made anew when something was added to the journal, not at every key. */
  let known: { entries: number; calls: LoggedCall[] } = { entries: 0, calls: [] }
  const calls = (): LoggedCall[] => {
    const progress = sitting()?.progress
    const entries = progress?.entries().length ?? 0
    if (entries !== known.entries) known = { entries, calls: callLog(progress) }
    return known.calls
  }

  const lines = (): string[] => {
    const progress = sitting()?.progress
    if (state.panel === 'serve')
      return typeof state.serving === 'object' ? keyLines(state.serving.endpoint, progress!) : []
    if (state.panel === 'log') return calls().map(({ line }) => line)
    const planned = 'items' in state.phase ? state.phase.items : calls().filter(isOfStep)
    return planned.flatMap(({ line }) => (line === undefined ? [] : [line]))
  }

  const isOfStep = (logged: { step: string }) => logged.step === step().id

  /** What `c` copies: what the log has is a script, everything else the commands as they stand. */
  const toCopy = (): string => {
    const { progress, accountId } = sitting()!
    return state.panel === 'log' ? script(calls(), progress, steps, accountId) : `${lines().join('\n')}\n`
  }

  let copied = ''
  /** Copies through the terminal; the same once more, or where there is no way to copy, goes to a file. */
  const copy = () => {
    const text = toCopy()
    const said = text === copied ? undefined : outside.copy(text)
    copied = said === undefined ? '' : text
    if (said !== undefined) return tell({ type: 'noticed', text: `${said} c once more writes it to a file.` })
    try {
      const name = `iam-lab-${state.panel ?? step().id}.sh`
      tell({ type: 'noticed', text: outside.write(sitting()!.home, name, text) })
    } catch (error) {
      tell({ type: 'noticed', text: explain(error).message })
    }
  }

  const link = () => {
    const url = (state.phase.at === 'asking' && state.phase.page.url) || step().docs.url
    outside.openLink(url)
    tell({ type: 'noticed', text: url })
  }

  const toggleBilling = () => {
    sitting()!.account.billing!.toggle()
    tell({ type: 'noticed', text: `Switched at ${sitting()!.now().toISOString().slice(11, 19)}.` })
  }

  const quit = () => (underWay(state) ? tell({ type: 'panel', panel: 'quit' }) : onExit(0))
  const panel = (name: NonNullable<State['panel']>) =>
    tell({ type: 'panel', panel: state.panel === name ? undefined : name })

  const found = (): Found[] => {
    const kind = searching(state)
    const progress = sitting()?.progress
    return kind ? find(kind, state.query.value, { context: context(), steps, progress }) : []
  }

  /** Does what was chosen, as if its key had been pressed with nothing open. */
  const act = (chosen: Found | undefined) => {
    if (chosen === undefined) return
    tell({ type: 'panel', panel: undefined })
    if (chosen.off) return tell({ type: 'noticed', text: `${chosen.kind}: ${chosen.off}` })
    const { act } = chosen
    if ('step' in act) return goTo(act.step)
    if ('panel' in act) return panel(act.panel)
    commands[act.command]('')
  }

  const goTo = (cursor: number) =>
    underWay(state)
      ? tell({ type: 'noticed', text: 'Work is under way; Esc cancels.' })
      : tell({ type: 'moved', cursor })

  const deleteFile = () => {
    tell({ type: 'panel', panel: undefined })
    const path = deleteCsv(sitting()!.progress)
    tell({ type: 'noticed', text: path === undefined ? 'It was gone already.' : `${path} is deleted.` })
  }

  const serve = () => {
    if (state.serving === undefined) return runs.serving()!.start()
    return state.panel === 'serve' ? runs.serving()!.stop() : panel('serve')
  }

  const choices = (): number =>
    state.phase.at === 'done' && state.answers[step().id] === undefined ? step().question.choices.length : 0

  const commands: Record<Command, (input: string) => void> = {
    enter,
    back,
    'next-field': () => focus(1),
    'previous-field': () => focus(-1),
    up: () => go(-1),
    down: () => go(1),
    scan: () => tell({ type: 'scan-again' }),
    hint: () => tell({ type: 'hinted' }),
    answer: input => {
      const choice = Number(input) - 1
      if (choice < choices()) tell({ type: 'chose-answer', choice })
    },
    phone: () => {
      if (state.phase.at === 'asking' && state.phase.view === 'qr') tell({ type: 'scanned' })
      tell({ type: 'phone' })
    },
    mask: () => tell({ type: 'masked' }),
    copy,
    link,
    billing: () => panel('billing'),
    switch: toggleBilling,
    drawing: () => panel('drawing'),
    glossary: () => panel('glossary'),
    log: () => panel('log'),
    serve,
    'delete-file': () => panel('delete-file'),
    find: () => panel('find'),
    palette: () => panel('palette'),
    keys: () => panel('keys'),
    'page-down': () => tell({ type: 'scrolled', by: 8 }),
    'page-up': () => tell({ type: 'scrolled', by: -8 }),
    quit,
  }

  const context = (): Context => {
    const now = form()
    const types = Object.values(now?.fields ?? {}).map(({ type }) => type)
    return {
      state,
      fields: types.length > 0,
      secrets: types.includes('password'),
      codes: codeFields().length > 0,
      phone: sitting()?.account.phone !== undefined,
      billing: sitting()?.account.billing !== undefined,
      serve: runs.serving() !== undefined,
      csv: csvPath() !== undefined,
      choices: choices(),
      lines: lines().length,
    }
  }

  const csvPath = () => (sitting() ? csvLeft(sitting()!.progress) : undefined)

  /** The type of the field that has the focus. */
  const focused = () => {
    if (state.panel || state.focus === undefined) return undefined
    return form()?.fields[state.focus]?.type
  }

  const typing = () => {
    if (searching(state)) return true
    const type = focused()
    return type === 'text' || type === 'password' || type === 'integer'
  }

  /** Gives a key to the field that has the focus; whether it was for the field. */
  const typeInto = (input: string, key: Key): boolean => {
    const now = form()
    const field = state.focus
    if (now === undefined || field === undefined || state.panel) return false
    const typed = typedInto(now, field, input, key)
    if (typed === undefined) return false
    if (typed.line !== now.lines[field]) tell({ type: 'typed', field, line: typed.line })
    if (typed.next !== undefined) tell({ type: 'focused', field: typed.next })
    return true
  }

  /** A key while a query is typed; whether it was for the query. */
  const typeQuery = (input: string, key: Key): boolean => {
    if (!searching(state)) return false
    const last = found().length - 1
    const page = key.pageDown ? 8 : key.pageUp ? -8 : 0
    const by = key.downArrow ? 1 : key.upArrow ? -1 : 0
    if (page !== 0) tell({ type: 'chose', chosen: Math.max(0, Math.min(last, state.chosen + page)) })
    if (by !== 0 && last >= 0) tell({ type: 'chose', chosen: (state.chosen + by + last + 1) % (last + 1) })
    if (page !== 0 || by !== 0) return true
    const query = edit(state.query, input, key)
    if (query === state.query) return false
    tell({ type: 'searched', query })
    return true
  }

  const pressOne = (input: string, key: Key): void => {
    if (key.ctrl && input === 'c') return onExit(130)
    if (typeQuery(input, key)) return
    if (searching(state) && !key.return && !key.escape) return
    if (typeInto(input, key)) return
    const now = context()
    const binding = bindings.find(each => each.matches(input, key))
    if (binding === undefined) return
    const reason = binding.off(now)
    const waits = searching(state) === undefined && seen !== screenOf(state)
    if (binding.command === 'enter' && (reason !== undefined || waits)) return
    if (reason !== undefined) return tell({ type: 'noticed', text: `${binding.keys}: ${reason}` })
    commands[binding.command](input)
  }

  return {
    state: () => state,
    subscribe: listener => {
      listeners.add(listener)
      return () => listeners.delete(listener)
    },
    sitting,
    step,
    form,
    context,
    typing,
    lines,
    chosen: id => {
      const now = sitting()
      return now ? about(now, steps).chosen(id) : {}
    },
    calls,
    found,
    begin: runs.begin,
    press: (input, key) => {
      for (const stroke of strokes(input, key)) {
        if (typing() || stroke.input.length < 2) pressOne(stroke.input, stroke.key)
        else for (const letter of stroke.input) pressOne(letter, stroke.key)
      }
    },
    paste: text => {
      const pasted = text.replace(/[\r\n]+$/, '')
      const count = pasted.split(/\r\n|\r|\n/).length
      const takes = typing() || focused() === 'code'
      if (!takes) return tell({ type: 'noticed', text: nothingTakesText })
      if (count > 1) return tell({ type: 'noticed', text: tooManyLines(count) })
      if (!typeQuery(pasted, noKey)) typeInto(pasted, noKey)
    },
    drawn: screen => {
      seen = screen
    },
    measured: (first, last) => tell({ type: 'measured', first, last }),
  }
}

/** The lab, and the screen drawn anew with everything that happens in it. */
export const useLab = (given: Given): { lab: Lab; state: State } => {
  const [lab] = useState(() => createLab(given))
  return { lab, state: useSyncExternalStore(lab.subscribe, lab.state) }
}
