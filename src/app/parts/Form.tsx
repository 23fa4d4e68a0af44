import { Box } from 'ink'
import { useContext } from 'react'
import stringWidth from 'string-width'
import type { About, Field, Fields } from '../../lab/field.ts'
import { verdict } from '../../lab/password.ts'
import { MarksContext, theme } from '../theme.ts'
import { graphemes, lineOf, type Line } from './edit.ts'
import { FollowContext } from './Scroll.tsx'
import { TextInput } from './TextInput.tsx'
import { Cursor, Text } from './Text.tsx'

type Props = {
  fields: Fields
  /** What stands in each field, by its name. */
  lines: Readonly<Record<string, Line>>
  /** The name of the field that is typed into. */
  focus: string | undefined
  /** The problems to show, by field name: those of the fields that were left or sent. */
  problems: Readonly<Record<string, string>>
  /** Whether passwords are shown as they are. */
  revealed: boolean
  about: About
  width: number
  /** With fewer rows than the form is long, it shows the fields around the one in hand. */
  rows?: number
}

/** With less room for a value, labels stand above: text wants to be read, a number or a switch is short. */
const narrowestValue = (fields: Fields) =>
  Object.values(fields).every(({ type }) => type === 'integer' || type === 'switch') ? 6 : 19

/** Everything the learner fills in on a page: labels, values, and what there is to say about the one in hand. */
export const Form = ({ fields, lines, focus, problems, revealed, about, width, rows = Infinity }: Props) => {
  const marks = useContext(MarksContext)
  const follow = useContext(FollowContext)
  const labelWidth = Math.max(0, ...Object.values(fields).map(({ label }) => stringWidth(label)))
  const stacked = width < 2 + labelWidth + 2 + narrowestValue(fields)
  const indent = stacked ? 2 : 2 + labelWidth + 2
  const valueWidth = Math.max(1, width - indent)

  const { shown, above, below } = around(Object.entries(fields), focus, rows, stacked ? 2 : 1)

  /** What there is to say about the field in hand. Where there is room it stands below them all, so that none of them moves. */
  const help = (name: string, field: Field, line: Line) => (
    <>
      {problems[name] === undefined && <Text color={theme.muted}>{limitsOf(field)}</Text>}
      {isNewPassword(field) && <Verdict password={line.value} about={about} />}
    </>
  )

  return (
    <Box flexDirection="column" width={width}>
      {above > 0 && <Text color={theme.muted}> ↑ {above} more</Text>}
      {shown.map(([name, field]) => {
        const focused = name === focus
        const line = lines[name] ?? lineOf('')
        const label = (
          <Text wrap="truncate" {...(focused ? { bold: true, color: theme.focus } : {})}>
            {focused ? marks.current : ' '} {field.label}
          </Text>
        )
        return (
          <Box key={name} flexDirection="column" {...(focused && { ref: follow })}>
            <Box flexDirection={stacked ? 'column' : 'row'}>
              <Box width={stacked ? width : indent} flexShrink={0}>
                {label}
              </Box>
              <Box marginLeft={stacked ? indent : 0}>
                <Value
                  field={field}
                  line={line}
                  focused={focused}
                  masked={field.type === 'password' && !revealed}
                  width={valueWidth}
                  problem={problems[name]}
                  about={about}
                />
              </Box>
            </Box>
            <Box flexDirection="column" marginLeft={width < 60 ? 2 : indent}>
              {problems[name] !== undefined && (
                <Text color={theme.bad}>
                  {marks.failed} {problems[name]}
                </Text>
              )}
              {focused && stacked && help(name, field, line)}
            </Box>
          </Box>
        )
      })}
      {below > 0 && <Text color={theme.muted}> ↓ {below} more</Text>}
      {!stacked && focus !== undefined && fields[focus] !== undefined && (
        <Box flexDirection="column" marginTop={1} marginLeft={2}>
          {help(focus, fields[focus], lines[focus] ?? lineOf(''))}
        </Box>
      )}
    </Box>
  )
}

/** What is said about the field in hand takes about this many rows, and so do the counts of what is not shown. */
const rowsBesideFields = 5

/** The fields that fit into so many rows, the one in hand in their middle; all of them while none is. */
const around = <Entry extends [string, Field]>(
  entries: Entry[],
  focus: string | undefined,
  rows: number,
  each: number,
) => {
  const at = entries.findIndex(([name]) => name === focus)
  const room = Math.max(1, Math.floor((rows - rowsBesideFields) / each))
  if (at < 0 || entries.length * each + rowsBesideFields - 2 <= rows)
    return { shown: entries, above: 0, below: 0 }
  const above = Math.max(0, Math.min(at - Math.floor(room / 2), entries.length - room))
  const shown = entries.slice(above, above + room)
  return { shown, above, below: entries.length - above - shown.length }
}

type ValueProps = {
  field: Field
  line: Line
  focused: boolean
  masked: boolean
  width: number
  problem: string | undefined
  about: About
}

const Value = ({ field, line, focused, masked, width, problem, about }: ValueProps) => {
  if (field.type === 'switch') return <Switch on={line.value === 'true'} focused={focused} />
  if (field.type === 'code') return <CodeBoxes line={line} focused={focused} />
  const words = ` ${field.defaultInWords}`
  const untouched = masked && field.defaultInWords !== undefined && line.value === defaultOf(field, about)
  const note = untouched && graphemes(line.value).length + 1 + stringWidth(words) <= width ? words : ''
  return (
    <Text wrap="truncate">
      <TextInput
        line={line}
        focused={focused}
        masked={masked}
        width={width - stringWidth(note)}
        placeholder={field.optional && !focused ? 'none' : undefined}
        problem={problem}
      />
      <Text color={theme.muted}>{note}</Text>
    </Text>
  )
}

const defaultOf = ({ initial }: Field, about: About) =>
  typeof initial === 'function' ? initial(about) : initial

const Switch = ({ on, focused }: { on: boolean; focused: boolean }) => (
  <Text {...(focused ? { bold: true, color: theme.focus } : {})}>{on ? '[x]' : '[ ]'}</Text>
)

/** Six boxes, one a digit, in two threes. What is typed beyond them is shown behind, so that nothing is typed unseen. */
const CodeBoxes = ({ line, focused }: { line: Line; focused: boolean }) => {
  const typed = graphemes(line.value)
  return (
    <Text wrap="truncate">
      {[0, 1, 2, 3, 4, 5].map(at => {
        const text = typed[at] ?? ' '
        return (
          <Text key={at}>
            {at === 3 ? ' [' : '['}
            {focused && at === line.cursor ? <Cursor>{text}</Cursor> : text}]
          </Text>
        )
      })}
      {typed.length > 6 && <Text color={theme.bad}> {typed.slice(6).join('')}</Text>}
    </Text>
  )
}

/** A switch is not typed: the key stands in place of `true or false`. */
const limitsOf = ({ type, limits }: Field) =>
  type === 'switch' ? `Space: on or off${limits.replace(/^true or false/, '') || '.'}` : limits

/** A password that is chosen here has rules to keep; one that is only asked for has none. */
const isNewPassword = ({ type, problem }: Field) => type === 'password' && problem !== undefined

/** Each rule of the password policy, and whether what is typed keeps it. */
const Verdict = ({ password, about }: { password: string; about: About }) => {
  const marks = useContext(MarksContext)
  return (
    <Box flexWrap="wrap" columnGap={2}>
      {verdict(password, about.passwordPolicy).map(({ rule, kept }) => (
        <Text key={rule} color={kept ? theme.good : theme.warn}>
          {kept ? marks.applied : marks.pending} {rule}
        </Text>
      ))}
    </Box>
  )
}
