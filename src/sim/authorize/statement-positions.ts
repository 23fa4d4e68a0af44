/** A place in a document: lines and columns count from 1. */
export type Position = { Line: number; Column: number }
export type Span = { StartPosition: Position; EndPosition: Position }

/** What matters of JSON: strings as wholes, and the marks. */
const token = /"(?:[^"\\]|\\.)*"|[{}[\]]/gs

/**
 * Where the statements of a policy stand in its text, in their order, as the policy simulator counts: a statement starts where the mark before
 * it ends (`[`, the `}` of the statement before, or its own `{` when it stands alone) and ends after its `}`.
 * Read off the samples in API_SimulatePrincipalPolicy, API_SimulateCustomPolicy and the AWS CLI's reference.
 */
export const statementPositions = (text: string): Span[] => {
  const at = positionsIn(text)
  const spans: Span[] = []
  let depth = 0
  let key = ''
  let inList = false
  let start: number | undefined
  for (const { 0: found, index } of text.matchAll(token)) {
    const end = index + found.length
    if (found.startsWith('"')) {
      if (depth === 1) key = found
    } else if (found === '{' || found === '[') {
      depth++
      if (depth === 2 && key === '"Statement"') {
        inList = found === '['
        start = end
      }
    } else {
      depth--
      const closes = found === '}' && depth === (inList ? 2 : 1)
      if (start !== undefined && closes) {
        spans.push({ StartPosition: at(start), EndPosition: at(end) })
        start = inList ? end : undefined
      } else if (start !== undefined && depth === 1) start = undefined
    }
  }
  return spans
}

/** Line and column of an offset. Offsets are asked for in rising order but for the start of a statement after its end: lines are kept. */
const positionsIn = (text: string) => {
  const starts = [0, ...[...text.matchAll(/\n/g)].map(({ index }) => index + 1)]
  return (offset: number): Position => {
    let [low, high] = [0, starts.length]
    while (high - low > 1) {
      const middle = (low + high) >> 1
      if (starts[middle]! <= offset) low = middle
      else high = middle
    }
    return { Line: low + 1, Column: offset - starts[low]! + 1 }
  }
}
