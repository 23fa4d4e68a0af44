import { mkdtempSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'

/** A folder of its own for a test's state. */
export const newHome = () => mkdtempSync(join(tmpdir(), 'iam-lab-'))
