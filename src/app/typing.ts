import type { Key } from 'ink'
import type { FormNow } from './form.ts'
import { edit, lineOf, type Line } from './parts/edit.ts'

/** What a key does in a field: the line after it, and the field that is next when this one is full. */
export type Typed = { line: Line; next?: string | undefined }

/** What the field that has the focus makes of a key; undefined when the key is not for it. */
export const typedInto = (form: FormNow, focus: string, input: string, key: Key): Typed | undefined => {
  const line = form.lines[focus]
  const type = form.fields[focus]?.type
  if (line === undefined || type === undefined) return undefined
  if (key.return || key.escape || key.tab || key.upArrow || key.downArrow || key.pageUp || key.pageDown)
    return undefined
  if (type === 'code') return typedCode(form, focus, line, input, key)
  if (type !== 'switch') {
    const after = edit(line, input, key)
    return after === line && key.ctrl ? undefined : { line: after }
  }
  const turns = input === ' ' || key.leftArrow || key.rightArrow
  return turns ? { line: lineOf(line.value === 'true' ? 'false' : 'true') } : undefined
}

/** A code takes digits, however they are grouped, and lets every letter through. When it is full the next digit begins it anew. */
const typedCode = (form: FormNow, focus: string, line: Line, input: string, key: Key): Typed | undefined => {
  if (key.backspace || key.delete || key.leftArrow || key.rightArrow || key.home || key.end)
    return { line: edit(line, input, key) }
  const digits = input.replaceAll(/[\s-]/g, '')
  if (!/^\d*$/.test(digits) || input === '') return undefined
  const begun = line.value.length >= 6 ? lineOf('') : line
  const after = edit(begun, digits.slice(0, 6 - begun.value.length), key)
  if (digits === '' || after.value.length < 6) return { line: digits === '' ? line : after }
  const codes = Object.keys(form.fields).filter(name => form.fields[name]!.type === 'code')
  const next = codes[codes.indexOf(focus) + 1]
  return { line: after, next: next !== undefined && form.lines[next]!.value.length < 6 ? next : undefined }
}
