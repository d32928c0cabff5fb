import { Select } from 'antd'
import { useTexts } from '@/platform/i18n'
import { Tag } from '@/platform/ui'

const colours = ['gray', 'blue', 'tide', 'ok', 'warn', 'bad', 'violet'] as const

interface Props {
  value?: string | null
  onChange?: (colour: string) => void
  label?: string
  id?: string
}

/** A colour always comes with its word. */
export function ColourSelect({ value, onChange, label, id }: Props) {
  const { t } = useTexts()
  return (
    <Select
      {...(id && { id })}
      size="small"
      aria-label={label ?? t('settings.colour')}
      value={value ?? 'gray'}
      onChange={(next: string) => onChange?.(next)}
      style={{ width: 92 }}
      options={colours.map((colour) => ({
        value: colour,
        label: <Tag color={colour}>{t(`settings.colours.${colour}`)}</Tag>,
      }))}
    />
  )
}
