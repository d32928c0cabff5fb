import { Select } from 'antd'
import { useTexts } from '@/platform/i18n'
import { Tag } from '@/platform/ui'
import { useWish } from './useWish'

const colours = ['gray', 'blue', 'tide', 'ok', 'warn', 'bad', 'violet'] as const

interface Props {
  value?: string | null
  onChange?: (colour: string) => void
  label?: string
  id?: string
}

interface RecolouredProps {
  value: string | null
  label: string
  save: (colour: string) => Promise<unknown>
}

/** A colour that is changed where it stands. */
export function Recoloured({ value, label, save }: RecolouredProps) {
  const { stands, wish } = useWish(value ?? 'gray', save)
  return <ColourSelect value={stands} label={label} onChange={wish} />
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
