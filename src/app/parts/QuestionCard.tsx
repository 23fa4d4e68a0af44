import { Box } from 'ink'
import { useContext } from 'react'
import type { Question } from '../../lab/step.ts'
import { theme } from '../theme.ts'
import { Aside } from './Card.tsx'
import { Prose } from './Prose.tsx'
import { FollowContext } from './Scroll.tsx'

type Props = {
  question: Question
  /** The index of the choice; undefined until it is made. */
  answer: number | undefined
  /** Whether that was just now: then the explanation has to be in sight. */
  now: boolean
}

/** A question about what was just done; once it is answered, which answer is right, and why. */
export const QuestionCard = ({ question: { asks, choices, right, because, docs }, answer, now }: Props) => {
  const follow = useContext(FollowContext)
  return (
    <Box flexDirection="column" flexShrink={0} {...(now && { ref: follow })}>
      <Aside>
        <Prose bold color={theme.accent} inset={2}>
          {asks}
        </Prose>
        {answer === undefined ? (
          choices.map((choice, index) => <Prose key={choice} inset={2}>{`${index + 1}  ${choice}`}</Prose>)
        ) : (
          <>
            {answer !== right && <Prose color={theme.warn} inset={2}>{`Not so: ${choices[answer]}`}</Prose>}
            <Prose
              color={theme.good}
              inset={2}
            >{`${answer === right ? 'Right' : 'It is'}: ${choices[right]}`}</Prose>
            <Prose inset={2}>{because}</Prose>
            <Prose color={theme.muted} inset={2}>
              {docs}
            </Prose>
          </>
        )}
      </Aside>
    </Box>
  )
}
