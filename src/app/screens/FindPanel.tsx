import { Box } from 'ink'
import { useContext } from 'react'
import type { Found } from '../find.ts'
import { Prose, WidthContext } from '../parts/Prose.tsx'
import { FollowContext } from '../parts/Scroll.tsx'
import { TextInput } from '../parts/TextInput.tsx'
import type { State } from '../state.ts'
import { theme } from '../theme.ts'
import { Text } from '../parts/Text.tsx'

const titles = { find: 'Find', palette: 'Do' }

/** A query, and what it finds. What is chosen is shown whole. */
export const FindPanel = ({ state, found }: { state: State; found: Found[] }) => {
  const width = useContext(WidthContext)
  const { panel, query, chosen } = state
  return (
    <Box flexDirection="column">
      <Box>
        <Text bold color={theme.accent}>
          {panel === 'palette' ? titles.palette : titles.find}{' '}
        </Text>
        <TextInput
          line={query}
          focused
          width={Math.max(6, width - 6)}
          placeholder={panel === 'palette' ? 'what?' : 'a step, a key, a word, a call'}
        />
      </Box>
      <Box flexDirection="column" marginTop={1}>
        {found.length === 0 && <Prose>Nothing of that name.</Prose>}
        {found.map((item, index) => (
          <FoundRow key={`${item.kind} ${index}`} item={item} chosen={index === chosen} />
        ))}
      </Box>
    </Box>
  )
}

const FoundRow = ({ item: { kind, title, text, off }, chosen }: { item: Found; chosen: boolean }) => {
  const follow = useContext(FollowContext)
  return (
    <Box flexDirection="column" flexShrink={0} {...(chosen && { ref: follow })}>
      <Text wrap="truncate-end" bold={chosen} {...(off && { color: theme.muted })}>
        {chosen ? '▸ ' : '  '}
        <Text color={theme.muted}>{kind.padEnd(5)}</Text> {title}
      </Text>
      {chosen && (
        <Box marginLeft={8}>
          <Prose inset={8} color={theme.muted}>
            {off ? `${text}. Off: ${off}` : text}
          </Prose>
        </Box>
      )}
    </Box>
  )
}
