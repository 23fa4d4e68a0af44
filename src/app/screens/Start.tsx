import { Box, Text, useInput, useWindowSize } from 'ink'
import { useState } from 'react'
import { theme } from '../theme.ts'

const choices = [
  {
    title: 'Practise',
    color: theme.simulator,
    text: 'A simulated AWS account on this machine. Nothing can break, nothing costs, no network is needed.',
  },
  {
    title: 'A real account',
    color: theme.live,
    text: 'Not built yet: this version has the practice account only. Everything you learn there stays the same.',
  },
] as const

/** Where a learner begins: practise, or a real account. */
export const Start = ({ onPractise, onExit }: { onPractise: () => void; onExit: (code: number) => void }) => {
  const { columns, rows } = useWindowSize()
  const [at, setAt] = useState(0)
  const [said, setSaid] = useState('')
  useInput((input, key) => {
    if (key.ctrl && input === 'c') return onExit(130)
    if (input === 'q' || key.escape) return onExit(0)
    if (key.upArrow || key.downArrow || key.tab || input === 'j' || input === 'k') {
      setSaid('')
      setAt(before => 1 - before)
    }
    if (key.return && at === 0) onPractise()
    if (key.return && at === 1) setSaid('A real account is not built yet. Practise first: ↑ and Enter.')
  })
  return (
    <Box width={columns} height={rows} flexDirection="column" justifyContent="center" alignItems="center">
      <Box flexDirection="column" width={Math.min(64, columns - 2)}>
        <Text bold>iam-lab</Text>
        <Text color={theme.muted}>Secure an AWS account in eleven steps.</Text>
        {choices.map(({ title, text, color }, index) => (
          <Box
            key={title}
            flexDirection="column"
            marginTop={1}
            paddingLeft={1}
            borderStyle={index === at ? 'round' : 'single'}
            borderColor={index === at ? color : theme.muted}
          >
            <Text bold {...(index === at && { color })}>
              {index === at ? '▸ ' : '  '}
              {title}
            </Text>
            <Text color={theme.muted}>{text}</Text>
          </Box>
        ))}
        <Box marginTop={1} height={1}>
          <Text color={theme.warn}>{said}</Text>
        </Box>
        <Text>
          <Key name="Enter" /> choose {'  '}
          <Key name="↑↓" /> move {'  '}
          <Key name="q" /> quit
        </Text>
      </Box>
    </Box>
  )
}

const Key = ({ name }: { name: string }) => (
  <Text bold color={theme.accent}>
    {name}
  </Text>
)
