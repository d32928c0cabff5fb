/** The ways in which a question is answered. */
export const kinds = ['text', 'choice', 'choices', 'number', 'photo', 'stock', 'signature'] as const
export type Kind = (typeof kinds)[number]

export const chooses = (kind: Kind | undefined) => kind === 'choice' || kind === 'choices'
export const counts = (kind: Kind | undefined) => kind === 'number' || kind === 'stock'

/** The one that the program brings: for every manner that has none of its own. */
export const STANDARD = '00000000-0000-0000-0000-000000000001'

interface Option {
  id?: string
  label: string
}

export interface Question {
  id?: string
  kind: Kind
  text: string
  required: boolean
  options?: Option[]
  unit?: string | null
  min?: number | null
  max?: number | null
}

export interface Template {
  id: string
  version: number
  name: string
  manner: string | null
  disabled: boolean
  questions: Question[]
}

/** A template as its form holds it. */
export interface Written {
  name: string
  manner?: string | null
  disabled?: boolean
  questions: Question[]
}

export const asWritten = (template: Template | null): Written =>
  template ?? {
    name: '',
    manner: null,
    disabled: false,
    questions: [{ kind: 'text', text: '', required: false }],
  }

/** Of each question what its kind has; ids stay, so that answers of all versions are counted together. */
export const asSent = ({ name, manner, disabled, questions }: Written) => ({
  name,
  ...(manner && { manner }),
  ...(disabled && { disabled }),
  questions: questions.map(({ id, kind, text, required, options, unit, min, max }) => ({
    ...(id && { id }),
    kind,
    text,
    required,
    ...(chooses(kind) && {
      options: (options ?? []).map((one) => ({ ...(one.id && { id: one.id }), label: one.label })),
    }),
    ...(counts(kind) && unit && { unit }),
    ...(kind === 'number' && typeof min === 'number' && { min }),
    ...(kind === 'number' && typeof max === 'number' && { max }),
  })),
})
