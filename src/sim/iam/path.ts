/** The rows whose path begins like this; all of them when no prefix is given. */
export const below = function* <Row extends { path: string }>(
  rows: Iterable<Row>,
  prefix = '/',
): Generator<Row> {
  for (const row of rows) if (row.path.startsWith(prefix)) yield row
}
