import { Box } from 'ink'
import type { ReactNode } from 'react'
import { theme } from '../theme.ts'
import { Prose } from './Prose.tsx'
import { Text } from './Text.tsx'

/** Something aside, beside a bar. */
export const Aside = ({ color = theme.accent, children }: { color?: string; children: ReactNode }) => (
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
    {children}
  </Box>
)

/** A thing said aside: a heading, and text. */
export const Card = ({
  title,
  color = theme.accent,
  children,
}: {
  title: string
  color?: string
  children: string
}) => (
  <Aside color={color}>
    <Text bold color={color}>
      {title}
    </Text>
    <Prose inset={2}>{children}</Prose>
  </Aside>
)
