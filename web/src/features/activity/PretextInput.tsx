import { Select } from 'antd'
import { useTexts } from '@/platform/i18n'
import { useItems } from './useItems'

interface Props {
  /** Those that were used with it before: struck out, and still there to be chosen. */
  used: string[]
  value: string | null
  change: (pretext: string | null) => void
}

/** With what somebody was called on this time. */
export function PretextInput({ used, value, change }: Props) {
  const { t } = useTexts()
  const items = useItems('pretext')
  const options = [...items].sort((a, b) => Number(used.includes(a.value)) - Number(used.includes(b.value)))
  return (
    <Select
      size="small"
      className="log-outcome"
      aria-label={t('pursuit.pretext')}
      placeholder={t('pursuit.pretext')}
      value={value}
      options={options}
      optionRender={({ value: id, label }) =>
        used.includes(String(id)) ? (
          <del title={t('pursuit.used')}>
            {label}
            <span className="sr">{t('pursuit.usedMark')}</span>
          </del>
        ) : (
          label
        )
      }
      allowClear
      popupMatchSelectWidth={false}
      onChange={(pretext?: string) => change(pretext ?? null)}
    />
  )
}
