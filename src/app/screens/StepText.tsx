import { Box } from 'ink'
import { concepts } from '../../lab/concepts.ts'
import type { Step } from '../../lab/step.ts'
import { Card } from '../parts/Card.tsx'
import { Prose } from '../parts/Prose.tsx'
import { theme } from '../theme.ts'

/** Why the step matters, what is met in it for the first time, and what is often got wrong. */
export const StepText = ({ step }: { step: Step }) => (
  <Box flexDirection="column">
    <Box marginTop={1}>
      <Prose>{step.why}</Prose>
    </Box>
    {step.concepts.map(id => (
      <Card key={id} title={`Concept: ${concepts[id].title}`}>
        {concepts[id].text}
      </Card>
    ))}
    {step.mistakes?.map(mistake => (
      <Card key={mistake} title="Often mistaken" color={theme.warn}>
        {mistake}
      </Card>
    ))}
  </Box>
)

/** The hints that were asked for, from a nudge to the exact answer: the newest first, so that it is in sight. */
export const Hints = ({ step, shown }: { step: Step; shown: number }) => (
  <>
    {step.hints
      .slice(0, shown)
      .map((hint, index) => (
        <Card key={hint} title={`Hint ${index + 1} of 3`}>
          {hint}
        </Card>
      ))
      .toReversed()}
  </>
)

/** Where to read on. */
export const ReadOn = ({ step }: { step: Step }) => (
  <Box marginTop={1}>
    <Prose color={theme.muted}>{`Read on (o): ${step.docs.title}`}</Prose>
  </Box>
)
