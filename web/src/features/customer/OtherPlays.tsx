import { Button } from 'antd'
import type { Catalogue, Field } from '@/platform/http'
import { useTexts } from '@/platform/i18n'
import { fieldAt, useDictionaries } from '@/platform/records'
import type { Play, Where } from './plays'
import './plays.css'

/** The words of a condition: each field with its value. */
function useWords(catalogue: Catalogue) {
  const { t, of, locale } = useTexts()
  const dictionaries = useDictionaries().data
  const value = (field: Field, id: string) => {
    if (field.type === 'yesNo') return t(id === 'true' ? 'common.yes' : 'common.no')
    if (Array.isArray(field.options)) return field.options.find((option) => option.id === id)?.label ?? id
    const items = dictionaries?.find(({ key }) => key === field.options)?.items
    const item = items?.find((one) => one.id === id)
    return (locale === 'en' && item?.labelEn) || (item?.label ?? id)
  }
  return (where: Where) =>
    Object.entries(where)
      .map(([path, id]) => {
        const field = fieldAt(catalogue, path)
        return field ? `${of(field.label)} ${value(field, id)}` : path
      })
      .join('，')
}

interface Props {
  catalogue: Catalogue
  plays: Play[]
  /** Whether a play stands in a cell already. */
  shown: (play: Play) => boolean
  write: ((where: Where, words: string) => void) | undefined
}

/** The plays that have no cell in the matrix as it is shown. */
export function OtherPlays({ catalogue, plays, shown, write }: Props) {
  const { t } = useTexts()
  const wordsOf = useWords(catalogue)
  const others = plays.filter((play) => !shown(play))
  if (!others.length) return null
  return (
    <section className="matrix-others">
      <h2 className="section">{t('matrix.others')}</h2>
      <ul>
        {others.map((play) => {
          const words = wordsOf(play.where)
          return (
            <li key={words}>
              <div className="grow">
                <strong>{play.name}</strong> <span className="note">{words}</span>
                <p className="play-text">{play.text}</p>
              </div>
              {write && (
                <Button size="small" onClick={() => write(play.where, words)}>
                  {t('matrix.changePlay')}
                </Button>
              )}
            </li>
          )
        })}
      </ul>
    </section>
  )
}
