import { ExclamationCircleFilled, WarningFilled } from '@ant-design/icons'
import { Link } from '@tanstack/react-router'
import { Button, Segmented } from 'antd'
import { useState } from 'react'
import type { Catalogue } from '@/platform/http'
import { formatNumber, useTexts } from '@/platform/i18n'
import { fieldAt, pageOf } from '@/platform/records'
import { Tag } from '@/platform/ui'
import { willImport, type PreviewRow } from './importing'
import { OptionsPanel } from './OptionsPanel'
import type { Wizard } from './useWizard'

type Show = 'all' | 'error' | 'duplicate' | 'alike'
const tones = { ok: 'ok', error: 'bad', duplicate: 'warn' } as const

/** What the row is the same as, or looks like. */
function Known({ row, object }: { row: PreviewRow; object: string }) {
  const { t } = useTexts()
  const known = row.duplicate ?? row.alike
  if (!known) return null
  const page = known.id && pageOf(row.duplicate ? object : row.alike!.object, known.id)
  const how = row.duplicate ? 'same' : row.alike?.likely ? 'likely' : 'maybe'
  return (
    <div className="cell-note is-warn">
      <WarningFilled aria-hidden /> {t(`form.like.${how}`, { label: known.label })}{' '}
      {page && (
        <Link to={page} target="_blank">
          {t('form.look')}
        </Link>
      )}
    </div>
  )
}

function Line({ row, paths, object }: { row: PreviewRow; paths: string[]; object: string }) {
  const { t } = useTexts()
  const errorAt = (path: string) => row.errors.find(({ field }) => field === path)
  return (
    <tr>
      <td className="num ink3">{row.row}</td>
      <td>
        <Tag color={tones[row.state]}>{t(`imports.states.${row.state}`)}</Tag>
      </td>
      {paths.map((path, index) => {
        const error = errorAt(path)
        return (
          <td key={path} className={error ? 'cell-bad' : undefined}>
            {row.values[path] || <span className="ink3">{t('common.none')}</span>}
            {error && (
              <div className="cell-note bad">
                <ExclamationCircleFilled aria-hidden /> {error.message}
              </div>
            )}
            {index === 0 && <Known row={row} object={object} />}
          </td>
        )
      })}
    </tr>
  )
}

function Counts({ wizard, show, setShow }: { wizard: Wizard; show: Show; setShow: (show: Show) => void }) {
  const { t } = useTexts()
  const { counts, rows } = wizard.found!
  const alike = rows.filter((row) => row.alike).length
  const n = {
    ok: formatNumber(counts.ok),
    error: formatNumber(counts.error),
    duplicate: formatNumber(counts.duplicate),
  }
  return (
    <div className="import-counts">
      <span>
        <b className="is-ok num">{n.ok}</b> {t('imports.countOk')}
      </span>
      <span>
        <b className={counts.error ? 'bad num' : 'num'}>{n.error}</b> {t('imports.countError')}
      </span>
      <span>
        <b className={counts.duplicate ? 'is-warn num' : 'num'}>{n.duplicate}</b>{' '}
        {t('imports.countDuplicate')}
      </span>
      <span className="grow" />
      <Segmented<Show>
        size="small"
        value={show}
        onChange={setShow}
        options={[
          { value: 'all', label: t('common.all') },
          { value: 'error', label: `${t('imports.states.error')} ${n.error}` },
          { value: 'duplicate', label: `${t('imports.states.duplicate')} ${n.duplicate}` },
          ...(alike
            ? [{ value: 'alike' as const, label: `${t('imports.alike')} ${formatNumber(alike)}` }]
            : []),
        ]}
      />
    </div>
  )
}

/** Every row before it is written: what is fine, what is wrong in which cell, what looks known. */
export function CheckStep({ wizard, catalogue }: { wizard: Wizard; catalogue: Catalogue }) {
  const { t, of } = useTexts()
  const [show, setShow] = useState<Show>('all')
  const found = wizard.found!
  const paths = [...new Set(Object.values(wizard.mapping))]
  const rows = found.rows.filter(
    (row) => show === 'all' || row.state === show || (show === 'alike' && row.alike),
  )
  const n = willImport(found, wizard.options.duplicates)
  const counts = { error: formatNumber(found.counts.error), duplicate: formatNumber(found.counts.duplicate) }
  return (
    <>
      <div className="import-check import-fill">
        <div className="import-rows">
          <Counts wizard={wizard} show={show} setShow={setShow} />
          <div className="scroll-x">
            <table className="grid-table">
              <thead>
                <tr>
                  <th>{t('imports.row')}</th>
                  <th>{t('downloads.state')}</th>
                  {paths.map((path) => (
                    <th key={path}>{of(fieldAt(catalogue, path)?.label) || path}</th>
                  ))}
                </tr>
              </thead>
              <tbody>
                {rows.map((row) => (
                  <Line key={row.row} row={row} paths={paths} object={wizard.object} />
                ))}
              </tbody>
            </table>
          </div>
          {found.total > found.rows.length && (
            <p className="note import-limit">{t('imports.limit', { n: found.rows.length })}</p>
          )}
        </div>
        <OptionsPanel wizard={wizard} catalogue={catalogue} />
      </div>
      <footer className="import-foot">
        <Button onClick={() => wizard.setStep('mapping')}>{t('common.back')}</Button>
        <span className="note grow">{found.counts.error > 0 && t('imports.errorFile')}</span>
        {found.counts.error + found.counts.duplicate > 0 && (
          <span className="ink2">{t(`imports.will.${wizard.options.duplicates}`, counts)}</span>
        )}
        <Button type="primary" loading={wizard.busy} disabled={!n} onClick={() => void wizard.run()}>
          {t('imports.run', { n: formatNumber(n) })}
        </Button>
      </footer>
    </>
  )
}
