import { CompassOutlined } from '@ant-design/icons'
import { Link } from '@tanstack/react-router'
import { useTexts } from '@/platform/i18n'
import { Empty } from '@/platform/ui'

export function NoSuchPage() {
  const { t } = useTexts()
  return (
    <Empty icon={<CompassOutlined />} title={t('problem.notFound')} hint={t('problem.notFoundHint')}>
      <Link to="/">{t('problem.home')}</Link>
    </Empty>
  )
}
