import type { Key } from 'ink'
import { useState, useSyncExternalStore } from 'react'
import { readOnly, type PhoneCode } from '../lab/account.ts'
import type { Page } from '../lab/console.ts'
import { initialValues, type Values } from '../lab/field.ts'
import { explain } from '../lab/explain.ts'
import { evidenceOf, tasksSaid } from '../lab/progress.ts'
import { carryOut, choose, plan, readBack, verify, type Standing } from '../lab/run.ts'
import { about, valuesOf, type Sitting } from '../lab/sitting.ts'
import type { Step } from '../lab/step.ts'
import { whoAmI } from '../lab/steps/root-sign-in.ts'
import { fieldBeside, formNow, linesOf, type FormNow } from './form.ts'
import { itemsFor } from './item.ts'
import { bindings, strokes, type Command, type Context } from './keys.ts'
import type { Outside } from './outside.ts'
import { edit, lineOf, type Line } from './parts/edit.ts'
import { deviceFor } from './phone.ts'
import { initialState, nextOpen, reduce, underWay, type Event, type State } from './state.ts'

/** What `open` hands over: the sitting, and what the learner should know about how it was opened. */
export type Opened = { sitting: Sitting; notice?: string | undefined; close?: () => void }

/** How a lab ends: an exit code, or an error that nobody could do anything about. */
export type Exit = (code: number, error?: unknown) => void

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
  /** Opens the account. Called once, after the first frame. */
  begin: () => Promise<void>
  press: (input: string, key: Key) => void
  paste: (text: string) => void
  /** Says which screen a person has before them: Enter counts for that one alone. */
  drawn: (screen: string) => void
  measured: (last: number) => void
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

/** The lab and all its effects. The state is replaced at once, so that a second key in the same moment meets what the first one did. */
export const createLab = ({ steps, open, outside, onExit }: Given): Lab => {
  let state = initialState(steps.map(({ id }) => id))
  let sitting: Sitting | undefined
  let seen = ''
  /** The answer to the page that is asked. */
  let pending: { resolve: (values: Values) => void; reject: (reason: Error) => void } | undefined
  /** The run before, which may still wait for a call that was sent: the next one begins after it. */
  let last: Promise<void> = Promise.resolve()
  const listeners = new Set<() => void>()

  const tell = (event: Event): void => {
    const next = reduce(state, event)
    if (next === state) return
    state = next
    for (const listener of listeners) listener()
  }

  const step = (): Step => steps[state.cursor]!
  const form = () => formNow(state, steps, sitting)

  const identify = async (sitting: Sitting): Promise<void> => {
    const identity = await whoAmI(readOnly(sitting.account.send))
    sitting.accountId ||= identity?.split(':')[4] ?? ''
    tell({ type: 'identified', identity, accountId: sitting.accountId })
  }

  /** Looks how a step stands. Where that cannot be seen, because nobody is signed in, the record stands. */
  const stand = async (step: Step, sitting: Sitting): Promise<void> => {
    const recorded = evidenceOf(sitting.progress, step.id)
    const standing = await verify(step, sitting, steps).catch(() => undefined)
    const evidence = standing ? standing.evidence : recorded
    const holds = standing ? standing.holds : recorded.length > 0
    tell({ type: 'stood', step: step.id, evidence: holds ? evidence : undefined })
    name(step, sitting, holds)
  }

  const name = (step: Step, sitting: Sitting, holds: boolean) => {
    if (step.id !== 'account-alias') return
    tell({ type: 'named', alias: holds ? valuesOf(step, sitting, steps)['AccountAlias'] : undefined })
  }

  const lookAround = async (sitting: Sitting): Promise<void> => {
    for (const step of steps) await stand(step, sitting)
  }

  const begin = async (): Promise<void> => {
    try {
      const opened = await open()
      sitting = opened.sitting
      const { accountId, progress } = sitting
      tell({ type: 'opened', accountId, alias: undefined, notice: opened.notice })
      await identify(sitting)
      await lookAround(sitting)
      const signIn = tasksSaid(progress).has('sign-out') ? 'admin-sign-in' : 'root-sign-in'
      const cursor = state.identity
        ? state.steps.findIndex(id => state.standing[id] === undefined)
        : state.steps.indexOf(signIn)
      tell({ type: 'suggested', cursor: Math.max(0, cursor) })
    } catch (error) {
      onExit(1, error)
    }
  }

  /** Does a run's work; what goes wrong is shown, unless the run was left. */
  const work = (run: number, doing: (sitting: Sitting) => Promise<void>): void => {
    const before = last
    last = (async () => {
      await before
      try {
        if (state.run === run) await doing(sitting!)
      } catch (error) {
        tell({ type: 'failed', run, trouble: explain(error) })
      }
    })()
  }

  const finish = (run: number, how: 'now' | 'already', step: Step, standing: Standing) => {
    if (standing.holds) {
      name(step, sitting!, true)
      tell({ type: 'finished', run, how, evidence: standing.evidence })
      return
    }
    const { claim, saw, source } = standing.evidence.find(({ holds }) => !holds)!
    const trouble = {
      code: 'NotYet',
      message: `${claim}: not so yet. ${source} shows: ${saw}`,
      fix: 'Look again in a moment, or change what was chosen.',
    }
    tell({ type: 'stood', step: step.id, evidence: undefined })
    tell({ type: 'failed', run, trouble })
  }

  const startPlan = () => {
    const now = form()
    if (now === undefined) return
    const wrong = Object.keys(now.problems)
    if (wrong.length > 0) return tell({ type: 'revealed', fields: wrong, focus: wrong[0] })
    const own = step()
    tell({ type: 'planning' })
    const { run } = state
    work(run, async sitting => {
      choose(own, now.values, sitting, steps)
      const actions = await plan(own, sitting, steps)
      if (actions.length === 0) return finish(run, 'already', own, await verify(own, sitting, steps))
      tell({ type: 'planned', run, actions, items: await itemsFor(actions) })
    })
  }

  const ask = (run: number, sitting: Sitting) => (page: Page, problem?: string) =>
    new Promise<Values>((resolve, reject) => {
      if (state.run !== run) return reject(new Error('left'))
      pending = { resolve, reject }
      const lines = linesOf(initialValues(page.fields, about(sitting, steps)))
      tell({ type: 'asked', run, page, problem, lines })
    })

  const confirm = () => {
    if (state.phase.at !== 'previewing') return
    const { actions } = state.phase
    const own = step()
    const { run } = state
    tell({ type: 'confirmed' })
    work(run, async sitting => {
      for await (const happening of carryOut(own, actions, sitting, ask(run, sitting))) {
        tell({ type: 'happened', run, happening })
        if (state.run !== run) return
      }
      tell({ type: 'reading-back', run })
      const standing = await readBack(own, sitting, steps, (claim, milliseconds) => {
        if (state.run !== run) throw new Error('left')
        tell({ type: 'waiting', run, claim, milliseconds })
      })
      const { identity } = state
      await identify(sitting)
      finish(run, 'now', own, standing)
      if (state.identity !== undefined && state.identity !== identity) await lookAround(sitting)
    })
  }

  const answer = () => {
    const now = form()
    if (state.phase.at !== 'asking' || now === undefined) return
    const wrong = Object.keys(now.problems)
    if (wrong.length > 0) return tell({ type: 'revealed', fields: wrong, focus: wrong[0] })
    const { resolve } = pending!
    pending = undefined
    tell({ type: 'answered' })
    resolve(now.values)
  }

  const codesOfPhone = (): PhoneCode[] => sitting?.account.phone?.codes() ?? []

  const codeFields = (): string[] =>
    state.phase.at === 'asking'
      ? Object.entries(state.phase.page.fields).flatMap(([name, { type }]) => (type === 'code' ? [name] : []))
      : []

  /** The phone's codes, typed into the form: one that signs in now, or two that follow each other. */
  const typeFromPhone = () => {
    if (state.phase.at !== 'asking') return
    const device = deviceFor(codesOfPhone(), state.phase.page, step().id)
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
    if (state.panel) return tell({ type: 'panel', panel: undefined })
    const { phase } = state
    switch (phase.at) {
      case 'reading':
        return startPlan()
      case 'previewing':
        return confirm()
      case 'asking':
        if (phase.view === 'qr') return tell({ type: 'scanned' })
        return state.phone && codeFields().length > 0 ? typeFromPhone() : answer()
      case 'done': {
        const next = nextOpen(state)
        return tell(next === undefined ? { type: 'panel', panel: 'finish' } : { type: 'moved', cursor: next })
      }
      case 'failed':
        return Object.keys(step().fields).length > 0 ? tell({ type: 'left' }) : startPlan()
    }
  }

  const back = () => {
    if (state.panel) return tell({ type: 'panel', panel: undefined })
    if (state.phone) return tell({ type: 'phone' })
    const codes = state.focus !== undefined && codeFields().includes(state.focus)
    if (state.focus !== undefined && !codes) return tell({ type: 'focused', field: undefined })
    if (state.phase.at === 'reading') return
    tell({ type: 'left' })
    pending?.reject(new Error('left'))
    pending = undefined
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

  const lines = (): string[] => {
    const items =
      'items' in state.phase
        ? state.phase.items
        : state.log.flatMap(logged => (logged.step === step().id ? [logged.item] : []))
    return items.flatMap(({ line }) => (line === undefined ? [] : [line]))
  }

  const copy = () => {
    const said = outside.copy(`iam-lab-${step().id}`, `${lines().join('\n')}\n`, sitting!.home)
    tell({ type: 'noticed', text: said })
  }

  const link = () => {
    const url = state.phase.at === 'asking' ? state.phase.page.url : step().docs.url
    outside.openLink(url)
    tell({ type: 'noticed', text: url })
  }

  const toggleBilling = () => {
    sitting!.account.billing!.toggle()
    tell({ type: 'noticed', text: `Switched at ${sitting!.now().toISOString().slice(11, 19)}.` })
  }

  const quit = () => (underWay(state) ? tell({ type: 'panel', panel: 'quit' }) : onExit(0))
  const panel = (name: NonNullable<State['panel']>) =>
    tell({ type: 'panel', panel: state.panel === name ? undefined : name })

  const commands: Record<Command, () => void> = {
    enter,
    back,
    'next-field': () => focus(1),
    'previous-field': () => focus(-1),
    up: () => go(-1),
    down: () => go(1),
    scan: () => tell({ type: 'scan-again' }),
    hint: () => tell({ type: 'hinted' }),
    phone: () => {
      if (state.phase.at === 'asking' && state.phase.view === 'qr') tell({ type: 'scanned' })
      tell({ type: 'phone' })
    },
    mask: () => tell({ type: 'masked' }),
    copy,
    link,
    billing: () => panel('billing'),
    switch: toggleBilling,
    glossary: () => panel('glossary'),
    log: () => panel('log'),
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
      phone: sitting?.account.phone !== undefined,
      billing: sitting?.account.billing !== undefined,
      lines: lines().length,
    }
  }

  /** The type of the field that has the focus. */
  const focused = () => {
    if (state.panel || state.focus === undefined) return undefined
    return form()?.fields[state.focus]?.type
  }

  const typing = () => {
    const type = focused()
    return type === 'text' || type === 'password' || type === 'integer'
  }

  const set = (line: Line) => tell({ type: 'typed', field: state.focus!, line })

  /** What a field makes of a key; whether it was for the field at all. */
  const typeInto = (input: string, key: Key): boolean => {
    const type = focused()
    const line = form()?.lines[state.focus ?? '']
    if (type === undefined || line === undefined) return false
    if (key.return || key.escape || key.tab || key.upArrow || key.downArrow || key.pageUp || key.pageDown)
      return false
    if (type === 'switch') {
      if (input !== ' ' && !key.leftArrow && !key.rightArrow) return false
      set(lineOf(line.value === 'true' ? 'false' : 'true'))
      return true
    }
    if (type === 'code') return typeCode(line, input, key)
    const next = edit(line, input, key)
    if (next !== line) set(next)
    return true
  }

  /** A code takes digits and lets every letter through. When it is full the next one is begun. */
  const typeCode = (line: Line, input: string, key: Key): boolean => {
    const moves = key.backspace || key.delete || key.leftArrow || key.rightArrow || key.home || key.end
    const digits = input.replaceAll(/[\s-]/g, '')
    if (!moves && !/^\d+$/.test(digits)) return input !== '' && input.trim() === ''
    const room = line.value.length >= 6 ? lineOf('') : line
    const next = moves ? edit(line, input, key) : edit(room, digits.slice(0, 6 - room.value.length), key)
    const full = !moves && next.value.length === 6
    set(next)
    if (full) {
      const names = codeFields()
      const after = names[names.indexOf(state.focus!) + 1]
      if (after !== undefined && form()!.lines[after]!.value.length < 6)
        tell({ type: 'focused', field: after })
    }
    return true
  }

  const pressOne = (input: string, key: Key): void => {
    if (key.ctrl && input === 'c') return onExit(130)
    if (typeInto(input, key)) return
    const now = context()
    const binding = bindings.find(each => each.matches(input, key))
    if (binding === undefined) return
    const reason = binding.off(now)
    if (binding.command === 'enter' && (reason !== undefined || seen !== screenOf(state))) return
    if (reason !== undefined) return tell({ type: 'noticed', text: `${binding.keys}: ${reason}` })
    commands[binding.command]()
  }

  return {
    state: () => state,
    subscribe: listener => {
      listeners.add(listener)
      return () => listeners.delete(listener)
    },
    sitting: () => sitting,
    step,
    form,
    context,
    typing,
    lines,
    begin,
    press: (input, key) => {
      for (const stroke of strokes(input, key)) {
        if (typing() || stroke.input.length < 2) pressOne(stroke.input, stroke.key)
        else for (const letter of stroke.input) pressOne(letter, stroke.key)
      }
    },
    paste: text => {
      if (typing() || focused() === 'code') typeInto(text, noKey)
    },
    drawn: screen => {
      seen = screen
    },
    measured: rows => tell({ type: 'measured', last: rows }),
  }
}

/** The lab, and the screen drawn anew with everything that happens in it. */
export const useLab = (given: Given): { lab: Lab; state: State } => {
  const [lab] = useState(() => createLab(given))
  return { lab, state: useSyncExternalStore(lab.subscribe, lab.state) }
}
