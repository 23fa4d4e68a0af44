import { Box, useInput, useWindowSize } from 'ink'
import { useState } from 'react'
import type { Label } from '../parts/Header.tsx'
import { theme } from '../theme.ts'
import { Prose, WidthContext } from '../parts/Prose.tsx'
import { Text } from '../parts/Text.tsx'

const choices = [
  {
    title: 'Practise',
    color: theme.simulator,
    text: 'A simulated AWS account on this machine. Nothing can break, nothing costs, no network is needed.',
  },
  {
    title: 'A real account',
    color: theme.live,
    text: 'The same steps in your own account. It looks first, shows every call, asks before the first change, and can be undone.',
  },
] as const

/** Where a learner begins: practise, or a real account. */
export const Start = ({
  onChosen,
  onExit,
}: {
  onChosen: (label: Label) => void
  onExit: (code: number) => void
}) => {
  const { columns, rows } = useWindowSize()
  const width = Math.min(64, columns - 2)
  const [at, setAt] = useState(0)
  useInput((input, key) => {
    if (key.ctrl && input === 'c') return onExit(130)
    if (input === 'q' || key.escape) return onExit(0)
    if (key.upArrow || key.downArrow || key.tab || input === 'j' || input === 'k') setAt(before => 1 - before)
    if (key.return) onChosen(at === 0 ? 'SIMULATOR' : 'LIVE')
  })
  return (
    <Box width={columns} height={rows} flexDirection="column" justifyContent="center" alignItems="center">
      <Box flexDirection="column" width={width}>
        <Text bold>iam-lab</Text>
        <Text color={theme.muted}>Secure an AWS account in eleven steps.</Text>
        <WidthContext value={width - 3}>
          {choices.map((choice, index) => (
            <Choice key={choice.title} {...choice} chosen={index === at} roomy={rows >= 18} />
          ))}
        </WidthContext>
        <Box marginTop={1}>
          <Text>
            <Key name="Enter" /> choose {'  '}
            <Key name="↑↓" /> move {'  '}
            <Key name="q" /> quit
          </Text>
        </Box>
      </Box>
    </Box>
  )
}

type ChoiceProps = { title: string; color: string; text: string; chosen: boolean; roomy: boolean }

/** A low window shows what only the chosen one is, and no frames. */
const Choice = ({ title, color, text, chosen, roomy }: ChoiceProps) => (
  <Box
    flexDirection="column"
    flexShrink={0}
    marginTop={roomy ? 1 : 0}
    paddingLeft={1}
    {...(roomy && {
      borderStyle: chosen ? ('round' as const) : ('single' as const),
      borderColor: chosen ? color : theme.muted,
    })}
  >
    <Text bold {...(chosen && { color })}>
      {chosen ? '▸ ' : '  '}
      {title}
    </Text>
    {(roomy || chosen) && <Prose color={theme.muted}>{text}</Prose>}
  </Box>
)

const Key = ({ name }: { name: string }) => (
  <Text bold color={theme.accent}>
    {name}
  </Text>
)
