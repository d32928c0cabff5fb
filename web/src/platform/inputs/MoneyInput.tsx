import { InputNumber, Select, Space } from 'antd'
import { useMemo, useState } from 'react'
import type { Field } from '../http'
import { coinsOf, currencyChoice, offered, useTexts } from '../i18n'
import { asMoney } from '../records'
import { useSession } from '../session'
import type { InputProps } from './FieldInput'

/** Behind the last decimal that the server keeps for this field and currency nothing can be typed. */
export function withinDecimals(amount: string, field: Pick<Field, 'decimals'>, currency: string) {
  const most = coinsOf(currency) && (field.decimals ?? 2)
  const [whole, decimals] = amount.split('.')
  return decimals && most ? `${whole}.${decimals.slice(0, most)}` : whole!
}

interface UnitProps {
  currency: string
  change: (currency: string) => void
}

function UnitSelect({ currency, change }: UnitProps) {
  const { firm } = useSession()
  const { t, locale } = useTexts()
  const options = useMemo(
    () => [firm.currency, ...offered(firm.currency)].map((code) => currencyChoice(code, locale)),
    [firm.currency, locale],
  )
  return (
    <Select
      className="money-unit"
      aria-label={t('field.currency')}
      value={currency}
      onChange={change}
      options={options}
      labelRender={({ value }) => value}
      showSearch={{ optionFilterProp: 'label' }}
      popupMatchSelectWidth={200}
    />
  )
}

/** An amount and the currency it is in, the firm's unless another one is chosen. What is not typed stays as it was. */
export function MoneyInput({ field, value, onChange, id, label, placeholder, autoFocus }: InputProps) {
  const { firm } = useSession()
  const money = asMoney(value)
  const [unit, setUnit] = useState(firm.currency)
  const currency = money?.currency ?? unit
  const write = (amount: string | null | undefined, next: string) => {
    setUnit(next)
    onChange(amount ? { amount, currency: next } : null)
  }
  return (
    <Space.Compact block className="money-input">
      <InputNumber<string>
        {...(id && { id })}
        aria-label={label}
        stringMode
        controls={false}
        placeholder={placeholder}
        value={money?.amount ?? null}
        onChange={(amount) => write(amount && withinDecimals(String(amount), field, currency), currency)}
        autoFocus={autoFocus}
      />
      <UnitSelect currency={currency} change={(next) => write(money?.amount, next)} />
    </Space.Compact>
  )
}
