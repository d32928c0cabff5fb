import { Radio } from 'antd'
import { useTexts } from '@/platform/i18n'
import { rights, withRight, type Right, type Role, type RoleCatalogue } from './role'

interface Props {
  role: Role
  object: RoleCatalogue['objects'][number]
  change: (role: Role) => void
}

/** One line a field; without a mark the field's ordinary right holds. */
export function FieldRights({ role, object, change }: Props) {
  const { t, of } = useTexts()
  const current = role.fields[object.object] ?? {}
  const choices: (Right | null)[] = [null, ...rights]
  const word = (right: Right | null) => t(right ? `settings.rights.${right}` : 'settings.rights.ordinary')
  return (
    <div className="scroll-x">
      <table className="grid-table">
        <thead>
          <tr>
            <th>{t('filter.field')}</th>
            {choices.map((right) => (
              <th key={right ?? ''}>{word(right)}</th>
            ))}
          </tr>
        </thead>
        <tbody>
          {object.fields.map(({ name, label }) => (
            <tr key={name}>
              <td>{of(label)}</td>
              {choices.map((right) => (
                <td key={right ?? ''}>
                  <Radio
                    name={`${object.object}.${name}`}
                    aria-label={`${of(label)} ${word(right)}`}
                    checked={(current[name] ?? null) === right}
                    onChange={() => change(withRight(role, object.object, name, right))}
                  />
                </td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  )
}
