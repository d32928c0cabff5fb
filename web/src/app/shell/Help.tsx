import { Modal } from 'antd'
import { useTexts } from '@/platform/i18n'
import { useMenu } from './menu'

export default function Help({ close }: { close: () => void }) {
  const { t, of } = useTexts()
  const rows: [string[], string][] = [
    [['Ctrl', 'K'], t('shell.keys.palette')],
    [['/'], t('shell.keys.search')],
    [['N'], t('shell.keys.create')],
    [['E'], t('shell.keys.edit')],
    [['J', 'K'], t('shell.keys.rows')],
    [['Esc'], t('shell.keys.escape')],
    [['?'], t('shell.keys.help')],
    ...useMenu().map(({ letter, label }): [string[], string] => [
      ['G', letter.toUpperCase()],
      t('shell.keys.go', { what: of(label) }),
    ]),
  ]
  return (
    <Modal open title={t('shell.help')} onCancel={close} footer={null} width={420}>
      <dl className="help">
        {rows.map(([keys, what]) => (
          <div key={what}>
            <dt>
              {keys.map((key) => (
                <kbd key={key}>{key}</kbd>
              ))}
            </dt>
            <dd>{what}</dd>
          </div>
        ))}
      </dl>
    </Modal>
  )
}
