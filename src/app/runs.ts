import { readOnly } from '../lab/account.ts'
import type { Page } from '../lab/console.ts'
import { explain } from '../lab/explain.ts'
import { initialValues, type Values } from '../lab/field.ts'
import { evidenceOf, tasksSaid } from '../lab/progress.ts'
import { carryOut, choose, missing, plan, readBack, verify, type Standing } from '../lab/run.ts'
import { about, valuesOf, type Sitting } from '../lab/sitting.ts'
import { NotApplicable, type Step } from '../lab/step.ts'
import { whoAmI } from '../lab/steps/root-sign-in.ts'
import { formNow, linesOf, type FormNow } from './form.ts'
import { itemsFor } from './item.ts'
import type { Event, State } from './state.ts'

/** What `open` hands over: the sitting, and what the learner should know about how it was opened. */
export type Opened = {
  sitting: Sitting
  notice?: string | undefined
  /** Lets other programs call the account, where that is ours to do. */
  serve?: () => Promise<{ endpoint: string; close: () => Promise<void> }>
  close?: () => void
}

/** How a lab ends: an exit code, or an error that nobody could do anything about. */
export type Exit = (code: number, error?: unknown) => void

type Given = {
  steps: readonly Step[]
  open: () => Promise<Opened>
  onExit: Exit
  state: () => State
  tell: (event: Event) => void
  /** The same for what may be drawn a moment later, with what comes after it. */
  tellSoon: (event: Event) => void
}

/** Everything that takes time: opening the account, looking, planning, carrying out. What is heard of a run that was left is dropped. */
export type Runs = {
  sitting: () => Sitting | undefined
  form: () => FormNow | undefined
  begin: () => Promise<void>
  plan: () => void
  confirm: () => void
  answer: () => void
  /** Breaks off the run that waits for an answer on a page. */
  cancel: () => void
  /** Lets other programs in, and ends that; undefined where it cannot be done. */
  serving: () => { start: () => void; stop: () => void } | undefined
}

/** One turn of the event loop: an account in process answers without any, and keys would wait for all of its answers. */
const turn = () => new Promise<void>(resolve => setImmediate(resolve))

/** The runs of one lab. They tell what happens as events. */
export const createRuns = ({ steps, open, onExit, state, tell, tellSoon }: Given): Runs => {
  let sitting: Sitting | undefined
  let serving: ReturnType<Runs['serving']>
  /** The answer to the page that is asked. */
  let pending: { resolve: (values: Values) => void; reject: (reason: Error) => void } | undefined
  /** Ends the wait between two looks at an account that is watched. */
  let lookNow = () => {}
  /** The run before, which may still wait for a call that was sent: the next one begins after it. */
  let last: Promise<void> = Promise.resolve()

  const step = (): Step => steps[state().cursor]!
  const form = () => formNow(state(), steps, sitting)
  const leftBehind = (run: number) => state().run !== run

  /** The form, when nothing is wrong with it; else what is wrong is shown. */
  const wholeForm = (): FormNow | undefined => {
    const now = form()
    const wrong = Object.keys(now?.problems ?? {})
    if (wrong.length === 0) return now
    tell({ type: 'revealed', fields: wrong, focus: wrong[0] })
    return undefined
  }

  const identify = async (sitting: Sitting): Promise<void> => {
    const identity = await whoAmI(readOnly(sitting.account.send))
    sitting.accountId ||= identity?.split(':')[4] ?? ''
    const session = sitting.account.session?.()
    tellSoon({ type: 'identified', identity, accountId: sitting.accountId, session })
  }

  /** Looks how a step stands. Where that cannot be seen, because nobody is signed in, the record stands. */
  const stand = async (step: Step, sitting: Sitting): Promise<void> => {
    const recorded = evidenceOf(sitting.progress, step.id)
    const standing = await verify(step, sitting, steps).catch((error: unknown) => {
      if (error instanceof NotApplicable)
        tellSoon({ type: 'inapplicable', step: step.id, reason: error.message })
      return undefined
    })
    const evidence = standing ? standing.evidence : recorded
    const holds = standing ? standing.holds : recorded.length > 0
    tellSoon({ type: 'stood', step: step.id, evidence: holds ? evidence : undefined })
    const own = holds ? valuesOf(step, sitting, steps)['AccountAlias'] : undefined
    name(step, standing ? standing.outputs['AccountAlias'] : own)
  }

  const name = (step: Step, alias: string | undefined) => {
    if (step.id === 'account-alias') tellSoon({ type: 'named', alias })
  }

  const lookAround = async (sitting: Sitting): Promise<void> => {
    for (const [index, step] of steps.entries()) {
      tellSoon({ type: 'looking', step: index + 1 })
      await turn()
      await stand(step, sitting)
    }
    tellSoon({ type: 'looking', step: undefined })
  }

  const begin = async (): Promise<void> => {
    try {
      const opened = await open()
      sitting = opened.sitting
      serving = opened.serve && servingBy(opened.serve)
      const { account, accountId, progress } = sitting
      account.onRetry = ({ reason, milliseconds, attempt }) => {
        const again = `again in ${(milliseconds / 1000).toFixed(1)} s, attempt ${attempt}`
        tell({ type: 'noticed', text: `${reason}: ${again}.` })
      }
      tell({ type: 'opened', accountId, alias: undefined, notice: opened.notice })
      await identify(sitting)
      await lookAround(sitting)
      const signIn = tasksSaid(progress).has('sign-out') ? 'admin-sign-in' : 'root-sign-in'
      const { identity, standing, steps: ids } = state()
      const cursor = identity ? ids.findIndex(id => standing[id] === undefined) : ids.indexOf(signIn)
      tell({ type: 'suggested', cursor: Math.max(0, cursor) })
    } catch (error) {
      onExit(1, error)
    }
  }

  const servingBy = (serve: NonNullable<Opened['serve']>): ReturnType<Runs['serving']> => {
    let close = async () => {}
    const start = async () => {
      try {
        const served = await serve()
        close = served.close
        tell({ type: 'served', endpoint: served.endpoint })
      } catch (error) {
        tell({ type: 'unserved', notice: explain(error).message })
      }
    }
    return {
      start: () => {
        tell({ type: 'serve' })
        void start()
      },
      stop: () => {
        void close()
        tell({ type: 'unserved', notice: 'It is served no more.' })
      },
    }
  }

  /** Does a run's work; what goes wrong is shown, unless the run was left. */
  const work = (run: number, doing: (sitting: Sitting) => Promise<void>): void => {
    const before = last
    last = (async () => {
      await before
      try {
        if (!leftBehind(run)) await doing(sitting!)
      } catch (error) {
        if (error instanceof NotApplicable && !leftBehind(run))
          tell({ type: 'inapplicable', step: step().id, reason: error.message })
        else tell({ type: 'failed', run, trouble: explain(error) })
      }
    })()
  }

  const finish = (run: number, how: 'now' | 'already', step: Step, standing: Standing) => {
    if (standing.holds) {
      name(step, standing.outputs['AccountAlias'])
      tell({ type: 'finished', run, how, evidence: standing.evidence })
      return
    }
    const { claim, saw, source } = missing(standing)
    const trouble = {
      code: 'NotYet',
      message: `${claim}: not so yet. ${source} shows: ${saw}`,
      fix: 'Look again in a moment, or change what was chosen.',
    }
    tell({ type: 'stood', step: step.id, evidence: undefined })
    tell({ type: 'failed', run, trouble })
  }

  const startPlan = () => {
    const now = wholeForm()
    if (now === undefined) return
    const own = step()
    tell({ type: 'planning' })
    const { run } = state()
    work(run, async sitting => {
      choose(own, now.values, sitting, steps)
      const actions = await plan(own, sitting, steps)
      if (actions.length === 0) return finish(run, 'already', own, await verify(own, sitting, steps))
      tell({ type: 'planned', run, actions, items: await itemsFor(actions) })
    })
  }

  const ask = (run: number, sitting: Sitting) => (page: Page, problem?: string, wrong?: string) =>
    new Promise<Values>((resolve, reject) => {
      if (leftBehind(run)) return reject(new Error('left'))
      pending = { resolve, reject }
      if (page.watched) void watch(run, sitting)
      const lines = linesOf(initialValues(page.fields, about(sitting, steps)))
      tell({ type: 'asked', run, page, problem, wrong, lines })
    })

  /** Looks at the account while a page stands there on which a person does it elsewhere; goes on when it is done. */
  const watch = async (run: number, sitting: Sitting): Promise<void> => {
    const own = step()
    const asked = pending
    const over = () => pending !== asked || leftBehind(run)
    for (;;) {
      await Promise.race([sitting.pause(3000), new Promise<void>(resolve => (lookNow = resolve))])
      if (over()) return
      const standing = await verify(own, sitting, steps).catch(() => undefined)
      if (over()) return
      if (standing?.holds) return send()
      const saw = standing ? missing(standing).saw : 'the account does not answer'
      const at = sitting.now().toISOString().slice(11, 19)
      tell({ type: 'noticed', text: `Watching the account: ${saw} (${at}).` })
    }
  }

  const confirm = () => {
    const { phase } = state()
    if (phase.at !== 'previewing') return
    const { actions } = phase
    const own = step()
    const { run } = state()
    tell({ type: 'confirmed' })
    work(run, async sitting => {
      for await (const happening of carryOut(own, actions, sitting, ask(run, sitting), () =>
        plan(own, sitting, steps),
      )) {
        if (happening.type === 'replanned')
          tell({ type: 'replanned', run, items: await itemsFor(happening.actions) })
        else tell({ type: 'happened', run, happening })
        if (leftBehind(run)) return
      }
      tell({ type: 'reading-back', run })
      const byHand = sitting.account.console.byHand && actions.every(action => 'console' in action)
      const standing = byHand
        ? await verify(own, sitting, steps)
        : await readBack(own, sitting, steps, (claim, milliseconds) => {
            if (leftBehind(run)) throw new Error('left')
            tell({ type: 'waiting', run, claim, milliseconds })
          })
      const { identity } = state()
      await identify(sitting)
      finish(run, 'now', own, standing)
      const now = state().identity
      if (now !== undefined && now !== identity) await lookAround(sitting)
    })
  }

  const answer = () => {
    const { phase } = state()
    if (phase.at === 'asking' && phase.page.watched) return lookNow()
    send()
  }

  const send = () => {
    const now = wholeForm()
    if (pending === undefined || now === undefined) return
    const { resolve } = pending
    pending = undefined
    tell({ type: 'answered' })
    resolve(now.values)
  }

  const cancel = () => {
    pending?.reject(new Error('left'))
    pending = undefined
  }

  return {
    sitting: () => sitting,
    form,
    begin,
    plan: startPlan,
    confirm,
    answer,
    cancel,
    serving: () => serving,
  }
}
