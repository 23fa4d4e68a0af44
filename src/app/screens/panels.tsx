import { Box } from 'ink'
import { useContext, type ReactNode } from 'react'
import type { BillingPage } from '../../lab/account.ts'
import type { LoggedCall } from '../../lab/call-log.ts'
import { concepts } from '../../lab/concepts.ts'
import { csvLeft } from '../../lab/credentials-file.ts'
import { meaningOf } from '../../lab/explain.ts'
import { chosenIn, type Progress } from '../../lab/progress.ts'
import type { Step } from '../../lab/step.ts'
import { bindings, otherKeys, type Context } from '../keys.ts'
import { Card } from '../parts/Card.tsx'
import { stamp } from '../parts/EvidenceList.tsx'
import { Prose } from '../parts/Prose.tsx'
import type { State } from '../state.ts'
import { MarksContext, meanings, theme } from '../theme.ts'
import { Text } from '../parts/Text.tsx'

const Titled = ({ title, children }: { title: string; children: ReactNode }) => (
  <Box flexDirection="column">
    <Text bold color={theme.accent}>
      {title}
    </Text>
    {children}
  </Box>
)

const Legend = () => {
  const marks = useContext(MarksContext)
  return (
    <Box flexDirection="column" marginTop={1}>
      {(['applied', 'verified', 'attested'] as const).map(level => (
        <Box key={level}>
          <Box width={11} flexShrink={0}>
            <Text>
              {marks[level]} {level}
            </Text>
          </Box>
          <Prose inset={11}>{meanings[level]}</Prose>
        </Box>
      ))}
      <Prose>{`${marks.pending} to be done  ${marks['not-applicable']} not in this account`}</Prose>
    </Box>
  )
}

/** Every key, what it does, and why one does nothing now; then what the marks mean. */
export const KeysPanel = ({ context }: { context: Context }) => (
  <Titled title="Keys">
    <Box flexDirection="column" marginTop={1}>
      {bindings.map(binding => {
        const reason = binding.command === 'keys' ? undefined : binding.off(context)
        return (
          <Box key={binding.command}>
            <Box width={11} flexShrink={0}>
              <Text bold color={reason ? theme.muted : theme.accent}>
                {binding.keys}
              </Text>
            </Box>
            <Prose inset={11} {...(reason && { color: theme.muted })}>
              {reason ? `${binding.help}. Off: ${reason}` : binding.help}
            </Prose>
          </Box>
        )
      })}
      {otherKeys.map(({ keys, help }) => (
        <Box key={keys}>
          <Box width={11} flexShrink={0}>
            <Text bold color={theme.accent}>
              {keys}
            </Text>
          </Box>
          <Prose inset={11}>{help}</Prose>
        </Box>
      ))}
    </Box>
    <Legend />
  </Titled>
)

/** Every concept of the lab. */
export const GlossaryPanel = () => (
  <Titled title="Glossary">
    {Object.entries(concepts).map(([id, { title, text, docs }]) => (
      <Card key={id} title={title}>
        {`${text}\n${docs}`}
      </Card>
    ))}
  </Titled>
)

/** More calls than anyone scrolls through: the older ones are in the journal, and in the script. */
const mostCalls = 60

/** What was sent and what was answered, the newest first, with the same as an `aws` command. */
export const LogPanel = ({ steps, calls }: { steps: readonly Step[]; calls: LoggedCall[] }) => {
  const older = calls.length - mostCalls
  return (
    <Titled title="Call log">
      {calls.length === 0 && (
        <Box marginTop={1}>
          <Prose>Nothing has been sent yet that changes the account.</Prose>
        </Box>
      )}
      {calls
        .toReversed()
        .slice(0, mostCalls)
        .map((call, index) => (
          <CallInLog key={index} call={call} steps={steps} />
        ))}
      {older > 0 && (
        <Box marginTop={1}>
          <Prose color={theme.muted}>{`${older} older ones. c copies all of them.`}</Prose>
        </Box>
      )}
    </Titled>
  )
}

const CallInLog = ({ call: logged, steps }: { call: LoggedCall; steps: readonly Step[] }) => {
  const { at, step, call, outcome, ms, requestId, retries, settled, line } = logged
  const means = outcome === 'ok' ? undefined : meaningOf(outcome)
  const number = steps.findIndex(({ id }) => id === step) + 1
  return (
    <Box flexDirection="column" marginTop={1}>
      <Text wrap="truncate-end">
        <Text bold>{call}</Text>
        {'  '}
        <Text color={outcome === 'ok' ? theme.good : theme.bad}>{outcome}</Text>
        <Text color={theme.muted}>{ms === undefined ? '' : `  ${ms} ms`}</Text>
      </Text>
      <Prose>{line}</Prose>
      {retries.map(({ reason, milliseconds }, index) => (
        <Prose key={index} color={theme.warn}>
          {`tried again after ${(milliseconds / 1000).toFixed(1)} s: ${reason}`}
        </Prose>
      ))}
      {settled && <Prose color={theme.warn}>The answer never came; this is what the account showed.</Prose>}
      {means !== undefined && <Prose color={theme.warn}>{means}</Prose>}
      <Prose
        color={theme.muted}
      >{`step ${number}  ${stamp(at)}${requestId ? `  request ${requestId}` : ''}`}</Prose>
    </Box>
  )
}

/** The billing page, as whoever is signed in sees it. */
export const BillingPanel = ({ billing }: { billing: BillingPage }) => (
  <Titled title="Billing page">
    <Box flexDirection="column" marginTop={1}>
      {billing.look().map(line => (
        <Prose key={line}>{line}</Prose>
      ))}
    </Box>
    <Box marginTop={1}>
      <Prose color={theme.muted}>
        t switches IAM access to billing, as root would on the Account page. Look at both.
      </Prose>
    </Box>
  </Titled>
)

/** Where other programs reach the account, and what to type there. */
export const ServePanel = ({ state: { serving }, lines }: { state: State; lines: string[] }) => (
  <Titled title="For other programs">
    <Box flexDirection="column" marginTop={1}>
      {typeof serving === 'object' ? (
        <Prose>{`The practice account answers at ${serving.endpoint}, to this machine alone.`}</Prose>
      ) : (
        <Prose>Opening a port …</Prose>
      )}
    </Box>
    <Box flexDirection="column" marginTop={1}>
      {lines.length > 0 ? (
        <Prose>In another terminal (c copies this):</Prose>
      ) : (
        <Prose>There is no key for it yet: step 8 saves one. Then come back here (e).</Prose>
      )}
      {lines.map(line => (
        <Box key={line}>
          <Text color={theme.muted}>{'$ '}</Text>
          <Prose inset={2} bold>
            {line}
          </Prose>
        </Box>
      ))}
    </Box>
    <Box marginTop={1}>
      <Prose color={theme.muted}>
        Close this and go on: it is served until you press e here once more, or quit.
      </Prose>
    </Box>
  </Titled>
)

/** Asks before work that is under way is broken off. */
export const QuitPanel = ({ open }: { open: boolean }) => (
  <Titled title="Quit?">
    <Box marginTop={1}>
      <Prose>
        {open
          ? 'Work is under way. What AWS has answered already stays done; the rest is planned again when you come back.'
          : 'The account is still being opened. Nothing was changed.'}
      </Prose>
    </Box>
  </Titled>
)

/** Asks before the credentials file is deleted. */
export const DeleteFilePanel = ({ csv }: { csv: string | undefined }) => (
  <Titled title="Delete the credentials file?">
    <Box flexDirection="column" marginTop={1}>
      <Prose>{csv ?? 'It is not there any more.'}</Prose>
      <Text> </Text>
      <Prose>
        AWS never shows the secret in it again. Delete the file once the AWS CLI, or wherever you keep
        secrets, has the key. It is overwritten first; on a flash disk that promises nothing.
      </Prose>
    </Box>
  </Titled>
)

/** What the learner has now that all steps are done. */
export const FinishPanel = ({
  state,
  steps,
  progress,
  serve,
}: {
  state: State
  steps: readonly Step[]
  progress: Progress
  /** Whether the account can be served to the AWS CLI. */
  serve: boolean
}) => {
  const marks = useContext(MarksContext)
  const levels = steps.flatMap(({ id }) => state.standing[id]?.[0]?.level ?? [])
  const chosen = (step: string, field: string) => chosenIn(progress, step)[field]
  const csv = csvLeft(progress)
  return (
    <Titled title={`The lab is done: ${levels.length} of ${steps.length}`}>
      <Box flexDirection="column" marginTop={1}>
        {(['applied', 'verified', 'attested'] as const).map(level => (
          <Box key={level}>
            <Box width={15} flexShrink={0}>
              <Text color={level === 'attested' ? theme.warn : theme.good}>
                {marks[level]} {String(levels.filter(each => each === level).length).padStart(2)} {level}
              </Text>
            </Box>
            <Prose color={theme.muted} inset={15}>
              {meanings[level]}
            </Prose>
          </Box>
        ))}
      </Box>
      <Box flexDirection="column" marginTop={1}>
        <Prose>{`Root has MFA and is signed out. For daily work you are ${chosen('admin-user', 'UserName')}, with MFA.`}</Prose>
        {csv !== undefined && (
          <>
            <Text> </Text>
            <Prose>
              {serve
                ? 'Your key is in a file. To use it in another terminal, press e.'
                : 'Your key is in a file. Try it in another terminal:'}
            </Prose>
            {!serve && <Prose bold>{`aws configure import --csv file://${csv}`}</Prose>}
            <Prose>When it is taken, delete the file: x.</Prose>
          </>
        )}
        <Text> </Text>
        <Prose>Look around with ↑↓, read the glossary (g) and the call log (l), or quit (q).</Prose>
      </Box>
    </Titled>
  )
}
