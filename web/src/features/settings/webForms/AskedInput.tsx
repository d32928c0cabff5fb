import { ArrowDownOutlined, ArrowUpOutlined, DeleteOutlined } from '@ant-design/icons'
import { Button, Checkbox, Select } from 'antd'
import { useTexts } from '@/platform/i18n'
import type { Askable, Asked } from './webForms'

interface Props {
  askable: Askable[]
  value?: Asked[]
  onChange?: (asked: Asked[]) => void
}

const swapped = (asked: Asked[], at: number, with_: number) => {
  const next = [...asked]
  next[at] = asked[with_]!
  next[with_] = asked[at]!
  return next
}

/** What a form asks, in its order, and what must be answered. */
export function AskedInput({ askable, value = [], onChange = () => undefined }: Props) {
  const { t, of } = useTexts()
  const labelOf = (name: string) => {
    const field = askable.find((one) => one.name === name)
    return field ? of(field.label) : name
  }
  const left = askable.filter(({ name }) => value.every((one) => one.name !== name))
  return (
    <div className="asked">
      <ul>
        {value.map((one, at) => {
          const label = labelOf(one.name)
          const move = (to: number) => onChange(swapped(value, at, to))
          const require = (required: boolean) =>
            onChange(value.map((other) => (other === one ? { ...one, required } : other)))
          return (
            <li key={one.name} className="asked-line">
              <span className="grow">{label}</span>
              <Checkbox
                checked={one.required}
                onChange={({ target }) => require(target.checked)}
                aria-label={t('webForm.requiredOf', { name: label })}
              >
                {t('webForm.required')}
              </Checkbox>
              <Button
                size="small"
                type="text"
                icon={<ArrowUpOutlined />}
                disabled={at === 0}
                aria-label={t('webForm.upOf', { name: label })}
                onClick={() => move(at - 1)}
              />
              <Button
                size="small"
                type="text"
                icon={<ArrowDownOutlined />}
                disabled={at === value.length - 1}
                aria-label={t('webForm.downOf', { name: label })}
                onClick={() => move(at + 1)}
              />
              <Button
                size="small"
                type="text"
                icon={<DeleteOutlined />}
                aria-label={`${t('common.delete')} ${label}`}
                onClick={() => onChange(value.filter((other) => other !== one))}
              />
            </li>
          )
        })}
      </ul>
      {left.length > 0 && (
        <Select
          value={null}
          placeholder={t('webForm.addField')}
          aria-label={t('webForm.addField')}
          showSearch={{ optionFilterProp: 'label' }}
          options={left.map(({ name, label }) => ({ value: name, label: of(label) }))}
          onChange={(name: string | null) => name && onChange([...value, { name, required: false }])}
        />
      )}
    </div>
  )
}
