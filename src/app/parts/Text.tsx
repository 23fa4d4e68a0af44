import { Text as InkText, type TextProps } from 'ink'
import { Children, type ReactNode } from 'react'
import { shown } from '../../lab/shown.ts'

export type { TextProps }

const allShown = (children: ReactNode): ReactNode => {
  if (typeof children === 'string') return shown(children)
  return Array.isArray(children)
    ? Children.map(children as ReactNode[], child => (typeof child === 'string' ? shown(child) : child))
    : children
}

/** Text on one line. A control sequence in it, wherever it came from, is shown and not obeyed. */
export const Text = ({ children, ...style }: TextProps) => <InkText {...style}>{allShown(children)}</InkText>

/** Lines, each as `Text` shows it. */
export const Lines = ({ lines, ...style }: Omit<TextProps, 'children'> & { lines: string[] }) => (
  <InkText {...style}>{lines.map(shown).join('\n')}</InkText>
)

/** The character under the cursor. The terminal's own inversion is no colour: it stays where colours are off. */
export const Cursor = ({ children }: { children: string }) => (
  <InkText>{`\u001B[7m${shown(children)}\u001B[27m`}</InkText>
)
