import { Problem, type Catalogue } from '../http'
import { useTexts } from '../i18n'
import { isEmpty, titleOf, useRecord, valueOf } from '../records'
import { RowSkeleton, Trouble } from '../ui'
import { CommentBox } from './CommentBox'
import { FieldLines } from './FieldLines'
import { RecordTags } from './RecordTags'
import { Star } from './Star'
import { Timeline } from './Timeline'
import { useEditField } from './useEditField'
import { WhyNot } from './WhyNot'
import './record.css'

interface Props {
  object: string
  catalogue: Catalogue
  id: string
}

const hiddenBy = (error: unknown) =>
  error instanceof Problem && (error.status === 404 || error.status === 403)

/** The short form of a record: what one needs before picking up the phone. */
export function RecordGlance({ object, catalogue, id }: Props) {
  const { t } = useTexts()
  const { data: row, error, refetch } = useRecord(object, id)
  const edit = useEditField(object)
  if (error) {
    return hiddenBy(error) ? (
      <WhyNot object={object} id={id} />
    ) : (
      <Trouble
        title={t('common.notDone', { what: t('record.profile') })}
        error={error}
        again={() => void refetch()}
      />
    )
  }
  if (!row) return <RowSkeleton rows={8} />
  const fields = catalogue.fields.filter(
    (field) =>
      field.name !== catalogue.title &&
      field.type !== 'tags' &&
      (field.quick || (field.list && !isEmpty(valueOf(row, field)))),
  )
  return (
    <div className="glance">
      <div className="glance-head">
        <h2>{titleOf(row, catalogue)}</h2>
        <Star object={object} id={id} label={titleOf(row, catalogue)} />
      </div>
      <RecordTags object={object} catalogue={catalogue} row={row} edit={edit} />
      <FieldLines object={object} fields={fields} row={row} write={edit.write} />
      <h3 className="section">{t('record.timeline')}</h3>
      <CommentBox object={object} id={id} />
      <Timeline object={object} id={id} limit={5} chips={false} />
      {edit.dialog}
    </div>
  )
}
