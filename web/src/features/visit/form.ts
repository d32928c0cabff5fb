export type Kind = 'text' | 'choice' | 'choices' | 'number' | 'photo' | 'stock' | 'signature'

export interface Question {
  id: string
  kind: Kind
  text: string
  required: boolean
  options: { id: string; label: string }[]
  unit?: string
  min?: number
  max?: number
}

export interface Template {
  id: string
  version: number
  name: string
  manner: string | null
  disabled: boolean
  questions: Question[]
}

export interface Line {
  product: string
  number: number | null
}

/** What was answered; a file that the telephone still keeps is called `local:` and its number there. */
export interface Answer {
  question: string
  text?: string
  number?: number | null
  choices?: string[]
  files?: string[]
  lines?: Line[]
}

export interface Form {
  template: Template
  answers: Answer[]
  last: Record<string, number>
}

export type Answers = Record<string, Answer>

export const byQuestion = (answers: Answer[]): Answers =>
  Object.fromEntries(answers.map((answer) => [answer.question, answer]))

const counted = (lines: Line[] | undefined) =>
  (lines ?? []).filter(({ product, number }) => product.trim() && number !== null)

export function isAnswered(answer: Answer | undefined) {
  if (!answer) return false
  return (
    !!answer.text?.trim() ||
    typeof answer.number === 'number' ||
    !!answer.choices?.length ||
    !!answer.files?.length ||
    counted(answer.lines).length > 0
  )
}

/** Questions that must be answered and are not yet. */
export const missing = (questions: Question[], answers: Answers) =>
  questions.filter(({ id, required }) => required && !isAnswered(answers[id]))

/** As the server takes them: nothing that is empty. */
export const toSend = (template: Template, answers: Answers) => ({
  template: template.id,
  version: template.version,
  answers: template.questions
    .map(({ id }) => answers[id])
    .filter((answer): answer is Answer => isAnswered(answer))
    .map(({ lines, ...answer }) => ({ ...answer, ...(lines && { lines: counted(lines) }) })),
})

/** The same answers once the telephone's file is the server's. */
export const withFile = (answers: Answer[], local: string, file: string) =>
  answers.map((answer) =>
    answer.files ? { ...answer, files: answer.files.map((one) => (one === local ? file : one)) } : answer,
  )

export const localName = (key: string) => `local:${key}`
export const isLocal = (file: string) => file.startsWith('local:')
