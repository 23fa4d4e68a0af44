import { test } from 'vitest'
import { appendFileSync, writeFileSync } from 'node:fs'
import { App } from '../../src/app/App.tsx'
import { marks } from '../../src/app/theme.ts'
import { steps } from '../../src/lab/lab.ts'
import { openSimulated } from '../../src/simulated.ts'
import { newHome } from '../home.ts'
import { open } from '../terminal.tsx'

const [columns, rows] = (process.env['SIZE'] ?? '80x24').split('x').map(Number) as [number, number]
const out = `/tmp/dev/frames-${columns}x${rows}.txt`
test('frames', async () => {
  writeFileSync(out, '')
  const home = newHome()
  const t = await open(
    <App label="SIMULATOR" steps={steps} marks={marks} onExit={(c, e) => console.log('exit', c, e)} outside={{ openLink: () => {}, copy: () => 'Copied.' }}
      open={() => openSimulated({ home, account: 'practice', now: () => new Date() })} />, { columns, rows })
  const shot = (name: string) => appendFileSync(out, `#### ${name}\n${t.frame().split('\n').map(l => l.padEnd(columns) + '|').join('\n')}\n`)
  shot('first')
  await t.until('nobody')
  const e = async (wait: string | RegExp, name: string) => { await t.press('enter'); await t.until(wait); shot(name) }
  await new Promise(r => setTimeout(r, 300))
  shot('opened')
  await e('Enter do this', 'preview 1'); await e('Welcome', 'page 1'); await e('Done.', 'done 1')
  await e('2. Name', 'alias'); await e('do this', 'alias preview'); await e('Done.', 'alias done')
  await e('3. Give', 'mfa'); await e('do this', 'mfa preview'); await e('type the codes', 'qr'); await e('MFA code 1', 'codes')
  await t.type('v'); await t.until('Authenticator'); shot('phone'); 
  await t.press('enter'); await t.until('Enter send'); shot('codes filled'); await e('Done.', 'mfa done')
  await e('4. Let', 'billing'); await e('do this', 'b preview'); await e('Enter', 'b page'); await e('Done.', 'b done')
  await e('5. Set', 'policy'); await t.press('tab'); await t.until('Whole'.toLowerCase()); shot('policy form'); await t.press('esc'); await e('do this', 'policy preview'); await e('Done.', 'policy done')
  await e('6. Make', 'group'); await e('do this', 'group preview'); await e('Done.', 'group done')
  await e('7. Make', 'user'); await t.press('tab', 'tab'); await t.until('uppercase'); shot('user form'); await t.type('x,'); shot('user typed'); await t.press('esc'); await e('do this', 'user preview'); await e('Done.', 'user done')
  await e('8. Save', 'csv'); await e('do this', 'csv preview'); await e('Done.', 'csv done')
  await e('9. Sign', 'out'); await e('do this', 'out preview'); await e('Sign out', 'out page'); await e('Done.', 'out done')
  await e('10. Sign', 'in'); await e('do this', 'in preview'); await e('IAM user name', 'in page'); await e('Done.', 'in done')
  await e('11. Give', 'amfa'); await e('do this', 'amfa preview'); await e('type the codes', 'aqr'); await e('MFA code 1', 'acodes')
  await t.type('v'); await t.until('Authenticator'); shot('aphone'); await t.press('enter'); await t.until('Enter send'); await e('Done.', 'amfa done')
  await e('The lab is done', 'finish')
  await t.press('esc'); await t.type('?'); await t.until('Keys'); shot('keys'); await t.type('?')
  await t.type('l'); await t.until('Call log'); shot('log'); await t.type('l'); await t.type('g'); await t.until('Glossary'); shot('glossary'); await t.type('g')
  await t.type('b'); await t.until('Billing'); shot('billing'); await t.type('t'); shot('billing off'); await t.press('esc')
  await t.type('hh'); shot('hints')
  await t.resize(40, 15); shot('40x15'); await t.resize(30, 8); shot('30x8'); await t.resize(200, 60); shot('200x60')
  await t.close()
}, 60000)
