import { Box } from 'ink'
import { theme } from '../theme.ts'
import { Prose } from './Prose.tsx'
import { Text } from './Text.tsx'

/** A thing said aside: a heading, and text beside a bar. */
export const Card = ({
  title,
  color = theme.accent,
  children,
}: {
  title: string
  color?: string
  children: string
}) => (
  <Box
    flexDirection="column"
    flexShrink={0}
    marginTop={1}
    borderStyle="single"
    borderColor={color}
    borderTop={false}
    borderRight={false}
    borderBottom={false}
    paddingLeft={1}
  >
    <Text bold color={color}>
      {title}
    </Text>
    <Prose inset={2}>{children}</Prose>
  </Box>
)
