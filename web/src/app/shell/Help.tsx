import { ReadOutlined } from '@ant-design/icons'
import { Link, useLocation } from '@tanstack/react-router'
import { Modal } from 'antd'
import { useTexts } from '@/platform/i18n'
import { guideFor } from '@/features/guide'
import { useMenu } from './menu'

type Line = [keys: string[], what: string]

function useSections() {
  const { t, of } = useTexts()
  const anywhere: Line[] = [
    [['Ctrl', 'K'], t('shell.keys.palette')],
    [['/'], t('shell.keys.search')],
    [['N'], t('shell.keys.create')],
    [['?'], t('shell.keys.help')],
    ...useMenu().map(({ letter, label }): Line => [
      ['G', letter.toUpperCase()],
      t('shell.keys.go', { what: of(label) }),
    ]),
  ]
  const list: Line[] = [
    [['J', 'K'], t('shell.keys.rows')],
    [['Enter'], t('shell.keys.open')],
    [['Esc'], t('shell.keys.escape')],
    [['Alt', '← →'], t('shell.keys.columns')],
  ]
  const editing: Line[] = [
    [['E'], t('shell.keys.edit')],
    [['Enter'], t('shell.keys.save')],
    [['Tab'], t('shell.keys.cell')],
    [['Ctrl', 'Enter'], t('shell.keys.comment')],
  ]
  return [
    { title: t('shell.keys.anywhere'), lines: anywhere },
    { title: t('shell.keys.inList'), lines: list },
    { title: t('shell.keys.inRecord'), lines: editing },
  ]
}

/** What the guide says about the page at hand, and every shortcut by the place where it works. */
export default function Help({ close }: { close: () => void }) {
  const { t } = useTexts()
  const page = guideFor(useLocation().pathname)
  return (
    <Modal open title={t('shell.help')} onCancel={close} footer={null} width={640}>
      <Link to={`/guide/${encodeURIComponent(page)}`} className="help-guide" onClick={close}>
        <ReadOutlined aria-hidden /> {t('shell.guideOn', { page })}
      </Link>
      <div className="help">
        {useSections().map(({ title, lines }) => (
          <section key={title}>
            <h3>{title}</h3>
            <dl>
              {lines.map(([keys, what]) => (
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
          </section>
        ))}
      </div>
      <p className="note">{t('shell.keys.typing')}</p>
    </Modal>
  )
}
