import { test } from 'vitest'
import { App } from '../../src/app/App.tsx'
import { marks } from '../../src/app/theme.ts'
import { steps } from '../../src/lab/lab.ts'
import { openSimulated } from '../../src/simulated.ts'
import { newHome } from '../home.ts'
import { open } from '../terminal.tsx'
test.each([[80,24],[120,40],[200,60]])('perf %i %i', async (columns, rows) => {
  const home = newHome()
  const t = await open(<App label="SIMULATOR" steps={steps} marks={marks} onExit={() => {}} outside={{ openLink: () => {}, copy: () => 'Copied.' }}
      open={() => openSimulated({ home, account: 'practice', now: () => new Date() })} />, { columns, rows })
  await t.until('Enter plan'); await new Promise(r => setTimeout(r, 500))
  const step = async (f: () => Promise<void>, n: number) => { const ms: number[] = []; const by: number[] = []
    for (let i = 0; i < n; i++) { const b = t.bytes(); const s = performance.now(); await f(); ms.push(performance.now() - s); by.push(t.bytes() - b); await new Promise(r => setTimeout(r, 30)) }
    const q = (a: number[], p: number) => a.toSorted((x, y) => x - y)[Math.floor(a.length * p)]!.toFixed(1)
    return `ms p50 ${q(ms, .5)} p99 ${q(ms, .99)} bytes p50 ${q(by, .5)}` }
  await t.press('down'); await t.until('2. Name')
  console.log(columns, 'down/up', await step(() => t.press('down'), 40))
  while (!t.frame().includes('2. Name the')) { await t.press('down') }
  await t.press('tab'); await t.until('leave the field')
  console.log(columns, 'letter', await step(() => t.type('a'), 60))
  console.log(columns, 'cursor', await step(() => t.press('left'), 40))
  await t.close()
}, 60000)
