import { MoreOutlined, PlusOutlined, UploadOutlined } from '@ant-design/icons'
import { useNavigate } from '@tanstack/react-router'
import { Button, Dropdown } from 'antd'
import { create } from '../form/creating'
import { useTexts } from '../i18n'
import { useCan } from '../session'

interface Props {
  object: string
  what: string
  /** Further places: label and address; who lacks the permission is not led there. */
  places: { to: string; search?: Record<string, string>; label: string; permission?: string }[]
}

/** The acts in the head of a list: bring in, create, and where else to look. */
export function ListActs({ object, what, places }: Props) {
  const { t } = useTexts()
  const can = useCan()
  const navigate = useNavigate()
  const open = places.filter(({ permission }) => !permission || can(permission))
  const items = open.map(({ to, label }) => ({ key: to, label }))
  const go = (key: string) => {
    const place = open.find(({ to }) => to === key)
    void navigate({ to: key, search: (place?.search ?? {}) as object })
  }
  return (
    <>
      {can(`${object}.import`) && (
        <Button
          className="list-import"
          icon={<UploadOutlined />}
          onClick={() => void navigate({ to: '/import', search: { object } as object })}
        >
          {t('list.import')}
        </Button>
      )}
      {can(`${object}.create`) && (
        <Button className="list-create" icon={<PlusOutlined />} onClick={() => create({ object })}>
          {t('shell.createWhat', { what })}
        </Button>
      )}
      <Dropdown trigger={['click']} menu={{ items, onClick: ({ key }) => go(key) }}>
        <Button icon={<MoreOutlined />} aria-label={t('common.more')} />
      </Dropdown>
    </>
  )
}
