import { execFileSync } from 'node:child_process'
import { expect, test } from 'vitest'
import { constantCells } from '../constant.ts'
import { newHome } from '../home.ts'
import { tick, type Cell } from '../screen.ts'
import { dark, light } from '../svg/palettes.ts'
import { svg } from '../svg/svg.ts'
import { main, type Program } from './pty.ts'
import { doStep, openLab } from './session.ts'

type Picture = {
  name: string
  /** What it shows, for those who do not see it. */
  title: string
  /** Goes there from the screen of the picture before. */
  reach: (program: Program) => Promise<unknown>
}

/** What the README shows, in the order of one session. */
const pictures: Picture[] = [
  {
    name: 'plan',
    title:
      'The lab in a terminal: eleven steps on the left, five of them done, and beside them the calls that the step "Make an admin group" is about to send.',
    reach: async program => {
      for (const id of ['root-sign-in', 'account-alias', 'root-mfa', 'billing-access', 'password-policy']) {
        await doStep(program, id)
        await program.press('enter')
      }
      await program.until('Enter plan')
      await program.press('enter')
      await program.until('Enter do this')
    },
  },
  {
    name: 'drawing',
    title:
      'The account drawn as a tree, half way: what there is already, and what the steps to come will add.',
    reach: async program => {
      await program.press('enter')
      await program.until('Enter next step')
      await program.type('d')
      await program.until('The account')
    },
  },
]

/** The screen once nothing has been drawn on it for a while. */
const atRest = async (program: Program): Promise<Cell[][]> => {
  let before = ''
  for (let same = 0; same < 10; same++) {
    await tick(20)
    const frame = program.frame()
    if (frame !== before) same = 0
    before = frame
  }
  return constantCells(program.cells())
}

test('the pictures of the README are of the program as it is now; npm run pictures draws them', async () => {
  const home = newHome()
  execFileSync(process.execPath, [main, 'sim', 'new', 'practice', '--account-id', '111122223333'], {
    env: { ...process.env, IAM_LAB_HOME: home },
  })
  const { program } = await openLab({ home, columns: 100, rows: 26 })
  for (const { name, title, reach } of pictures) {
    await reach(program)
    const cells = await atRest(program)
    for (const [suffix, palette] of Object.entries({ dark, light }))
      await expect(svg(cells, palette, title)).toMatchFileSnapshot(
        `../../docs/pictures/${name}-${suffix}.svg`,
      )
  }
})
