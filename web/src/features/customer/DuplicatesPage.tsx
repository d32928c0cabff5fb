import { CheckCircleOutlined, SearchOutlined } from '@ant-design/icons'
import { Link } from '@tanstack/react-router'
import { Button, Form, Input } from 'antd'
import { useState } from 'react'
import { create } from '@/platform/form/creating'
import type { Draft } from '@/platform/form/draft'
import { DuplicateLines, useDuplicates } from '@/platform/form/Duplicates'
import { isTelling, marksOf } from '@/platform/form/marks'
import { useTexts } from '@/platform/i18n'
import { useCan } from '@/platform/session'
import { Empty, PageHead, RowSkeleton, Trouble } from '@/platform/ui'

const asked = ['name', 'phone', 'email', 'creditCode', 'website', 'address'] as const

function Results({ draft }: { draft: Draft }) {
  const { t } = useTexts()
  const { found, error, isFetching, refetch } = useDuplicates('customer', draft)
  if (!isTelling(marksOf('customer', draft))) {
    return <Empty icon={<SearchOutlined />} title={t('customer.duplicatesAsk')} />
  }
  if (error) {
    return (
      <Trouble
        title={t('common.notDone', { what: t('customer.duplicates') })}
        error={error}
        again={() => void refetch()}
      />
    )
  }
  if (isFetching) return <RowSkeleton rows={3} />
  if (found.length) return <DuplicateLines found={found} />
  return (
    <Empty
      icon={<CheckCircleOutlined />}
      title={t('customer.duplicatesNone')}
      hint={t('customer.duplicatesNoneHint')}
    >
      <Button type="primary" size="small" onClick={() => create({ object: 'customer', given: draft })}>
        {t('shell.createWhat', { what: t('customer.one') })}
      </Button>
    </Empty>
  )
}

/** Whether a customer is there already, asked before a call or a visit. */
export default function DuplicatesPage() {
  const { t } = useTexts()
  const can = useCan()
  const [draft, setDraft] = useState<Draft>({})
  return (
    <div className="page">
      <PageHead
        title={t('customer.duplicates')}
        note={
          <>
            <Link to="/customers">{t('record.back')}</Link>
            {can('customer.merge') && ' · '}
            {can('customer.merge') && <Link to="/customers/pairs">{t('pairs.title')}</Link>}
          </>
        }
      />
      <div className="page-body narrow">
        <p className="note duplicate-hint">{t('customer.duplicatesAskHint')}</p>
        <Form<Draft> layout="vertical" onValuesChange={(_, values) => setDraft({ ...values })}>
          <div className="duplicate-form">
            {asked.map((mark) => (
              <Form.Item key={mark} name={mark} label={t(`form.marks.${mark}`)}>
                <Input allowClear maxLength={200} autoFocus={mark === 'name'} />
              </Form.Item>
            ))}
          </div>
        </Form>
        <div aria-live="polite">
          <Results draft={draft} />
        </div>
      </div>
    </div>
  )
}
