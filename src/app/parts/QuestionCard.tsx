import { useContext } from 'react'
import type { Question } from '../../lab/step.ts'
import { MarksContext, theme } from '../theme.ts'
import { Aside } from './Card.tsx'
import { Prose } from './Prose.tsx'
import { Text } from './Text.tsx'

type Props = {
  question: Question
  /** The index of the choice; undefined until it is made. */
  answer: number | undefined
}

/** A question about what was just done; once it is answered, which answer is right, and why. */
export const QuestionCard = ({ question: { asks, choices, right, because }, answer }: Props) => {
  const marks = useContext(MarksContext)
  return (
    <Aside>
      <Prose bold color={theme.accent} inset={2}>
        {asks}
      </Prose>
      {answer === undefined ? (
        choices.map((choice, index) => <Prose key={choice} inset={2}>{`${index + 1}  ${choice}`}</Prose>)
      ) : (
        <>
          <Text color={answer === right ? theme.good : theme.warn}>
            {answer === right ? `${marks.applied} ${choices[right]}` : `${marks.failed} ${choices[answer]}`}
          </Text>
          {answer !== right && (
            <Text color={theme.good}>
              {marks.applied} {choices[right]}
            </Text>
          )}
          <Prose inset={2}>{because}</Prose>
        </>
      )}
    </Aside>
  )
}
