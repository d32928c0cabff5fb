import { ArrowDownOutlined, ArrowUpOutlined, DeleteOutlined, PlusOutlined } from '@ant-design/icons'
import { Button, Input, Switch } from 'antd'
import { useTexts } from '@/platform/i18n'
import { Wide } from '@/platform/ui'
import { ColourSelect } from '../Colours'
import { newChoice, swapped, type DraftChoice } from './customField'

interface LineProps {
  choice: DraftChoice
  /** What it is called for who does not see the line. */
  name: string
  change: (change: Partial<DraftChoice>) => void
  move: (by: 1 | -1) => void
  remove: () => void
}

function Line({ choice, name, change, move, remove }: LineProps) {
  const { t } = useTexts()
  const label = (act: string) => `${act} ${name}`
  return (
    <tr>
      <td>
        <Input
          size="small"
          maxLength={60}
          aria-label={label(t('common.name'))}
          value={choice.label}
          onChange={(event) => change({ label: event.target.value })}
        />
      </td>
      <td>
        <Input
          size="small"
          maxLength={60}
          aria-label={label(t('settings.english'))}
          value={choice.labelEn ?? ''}
          onChange={(event) => change({ labelEn: event.target.value })}
        />
      </td>
      <td>
        <ColourSelect
          value={choice.color ?? null}
          label={label(t('settings.colour'))}
          onChange={(color) => change({ color })}
        />
      </td>
      <td>
        <Switch
          size="small"
          checked={!choice.disabled}
          aria-label={label(t('settings.inUse'))}
          onChange={(on) => change({ disabled: !on })}
        />
      </td>
      <td className="choice-acts">
        <Button
          size="small"
          type="text"
          icon={<ArrowUpOutlined />}
          aria-label={label(t('list.moveUp'))}
          onClick={() => move(-1)}
        />
        <Button
          size="small"
          type="text"
          icon={<ArrowDownOutlined />}
          aria-label={label(t('list.moveDown'))}
          onClick={() => move(1)}
        />
        <Button
          size="small"
          type="text"
          icon={<DeleteOutlined />}
          aria-label={label(t('common.delete'))}
          onClick={remove}
        />
      </td>
    </tr>
  )
}

interface Props {
  value?: DraftChoice[]
  onChange?: (choices: DraftChoice[]) => void
}

/** The options of a field in their order; a renamed one stays the same option for the records that hold it. */
export function ChoicesEditor({ value = [], onChange }: Props) {
  const { t } = useTexts()
  const write = (next: DraftChoice[]) => onChange?.(next)
  return (
    <>
      <Wide label={t('settings.choices')}>
        <table className="grid-table">
          <thead>
            <tr>
              <th>{t('common.name')}</th>
              <th>{t('settings.english')}</th>
              <th>{t('settings.colour')}</th>
              <th>{t('settings.inUse')}</th>
              <th aria-label={t('job.acts')} />
            </tr>
          </thead>
          <tbody>
            {value.map((choice, index) => (
              <Line
                key={choice.line}
                choice={choice}
                name={choice.label || String(index + 1)}
                change={(change) => write(value.map((one) => (one === choice ? { ...one, ...change } : one)))}
                move={(by) => write(swapped(value, index, by))}
                remove={() => write(value.filter((one) => one !== choice))}
              />
            ))}
          </tbody>
        </table>
      </Wide>
      <Button size="small" icon={<PlusOutlined />} onClick={() => write([...value, newChoice()])}>
        {t('settings.addChoice')}
      </Button>
    </>
  )
}
