import { StarFilled, StarOutlined } from '@ant-design/icons'
import { useTexts } from '../i18n'
import { useFavourite, type Favourite } from '../records'
import { toastProblem } from '../toast'

/** Keeps a record at hand, or no longer. */
export function Star(favourite: Favourite) {
  const { t } = useTexts()
  const { kept, toggle } = useFavourite(favourite)
  return (
    <button
      type="button"
      className="icon-button star"
      aria-pressed={kept}
      aria-label={t('record.star')}
      title={t(kept ? 'record.unstar' : 'record.star')}
      onClick={() => void toggle().catch(toastProblem)}
    >
      {kept ? <StarFilled /> : <StarOutlined />}
    </button>
  )
}
