import { Button, Select } from 'antd'
import type { Catalogue } from '@/platform/http'
import { useTexts } from '@/platform/i18n'
import { mayWrite, pathOf } from '@/platform/records'
import { Tag } from '@/platform/ui'
import type { Header, Mapping } from './importing'
import type { Wizard } from './useWizard'

interface LineProps {
  header: Header
  mapping: Mapping
  options: { value: string; label: string; disabled: boolean }[]
  change: (field: string | null) => void
}

function Line({ header, mapping, options, change }: LineProps) {
  const { t } = useTexts()
  const chosen = mapping[header.name]
  return (
    <tr>
      <td>{header.name}</td>
      <td className="ink2">{header.samples.slice(0, 2).join('、')}</td>
      <td>
        <Select
          aria-label={t('imports.fieldFor', { what: header.name })}
          value={chosen ?? ''}
          showSearch={{ optionFilterProp: 'label' }}
          options={[
            { value: '', label: t('imports.ignore'), disabled: false },
            ...options.map((option) => ({ ...option, disabled: option.disabled && option.value !== chosen })),
          ]}
          onChange={(field) => change(field || null)}
        />
      </td>
      <td>
        {chosen &&
          (header.field === chosen ? (
            <Tag color="ok">{t('imports.automatic')}</Tag>
          ) : (
            <Tag color="blue">{t('imports.chosen')}</Tag>
          ))}
      </td>
    </tr>
  )
}

/** Several columns may make up one of these: province and city a region. */
const joined = new Set(['region', 'tags', 'choices'])

/** Which column becomes which field; columns without a field are not brought in. */
export function MappingStep({ wizard, catalogue }: { wizard: Wizard; catalogue: Catalogue }) {
  const { t, of } = useTexts()
  const { mapping, setMapping, found } = wizard
  const used = Object.values(mapping)
  const fillable = catalogue.fields.filter((field) => mayWrite(field) && field.type !== 'files')
  const options = fillable.map((field) => ({
    value: pathOf(field),
    label: of(field.label),
    disabled: used.includes(pathOf(field)) && !joined.has(field.type),
  }))
  const missing = catalogue.fields.filter(
    (field) => field.required && mayWrite(field) && !used.includes(pathOf(field)),
  )
  const change = (header: string, field: string | null) => {
    const rest = Object.fromEntries(Object.entries(mapping).filter(([name]) => name !== header))
    setMapping(field ? { ...rest, [header]: field } : rest)
  }
  return (
    <>
      <div className="page-body import-fill scroll-x">
        <table className="grid-table mapping">
          <thead>
            <tr>
              <th>{t('imports.column')}</th>
              <th>{t('imports.samples')}</th>
              <th>{t('filter.field')}</th>
              <th aria-label={t('imports.how')} />
            </tr>
          </thead>
          <tbody>
            {found!.headers.map((header) => (
              <Line
                key={header.name}
                header={header}
                mapping={mapping}
                options={options}
                change={(field) => change(header.name, field)}
              />
            ))}
          </tbody>
        </table>
      </div>
      <footer className="import-foot">
        <Button onClick={() => wizard.setStep('upload')}>{t('common.back')}</Button>
        <span className="grow bad">
          {missing.length > 0 &&
            t('imports.missing', { what: missing.map((field) => of(field.label)).join('、') })}
        </span>
        <Button
          type="primary"
          loading={wizard.busy}
          disabled={missing.length > 0}
          onClick={() => void wizard.check()}
        >
          {t('imports.toCheck')}
        </Button>
      </footer>
    </>
  )
}
