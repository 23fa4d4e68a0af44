import { Box, Text } from 'ink'
import type { ReactNode } from 'react'
import { theme } from '../theme.ts'

/** A thing said aside: a heading, and text beside a bar. */
export const Card = ({
  title,
  color = theme.accent,
  children,
}: {
  title: string
  color?: string
  children: ReactNode
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
    <Text>{children}</Text>
  </Box>
)
