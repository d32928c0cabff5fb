import { HowFarOf, LogBox } from '@/features/activity'
import { PromiseBlock } from '@/features/promise'
import { TaskBlock } from '@/features/task'
import { CommentBox } from '@/platform/record/CommentBox'
import { RecordPage } from '@/platform/record/RecordPage'
import { CameBy } from './CameBy'
import { Inquiry } from './Inquiry'
import { facts } from './layout'
import { Outcome } from './Outcome'
import { Qualification } from './Qualification'
import { isConverted } from './leads'
import { useLeadActs } from './useLeadActs'
import './lead.css'

const LeadPage = () => (
  <RecordPage
    object="lead"
    facts={facts}
    useMore={useLeadActs}
    writing={({ id, convertedAt }) =>
      convertedAt ? (
        <CommentBox object="lead" id={id} />
      ) : (
        <LogBox object="lead" id={id} end={{ object: 'lead', id }} />
      )
    }
    side={(row) => (
      <>
        <Outcome lead={row} />
        <CameBy lead={row.id} />
        <PromiseBlock
          object="lead"
          id={row.id}
          to={{ lead: { id: row.id, label: String(row.name) } }}
          closed={isConverted(row)}
        />
        <TaskBlock
          object="lead"
          id={row.id}
          about={{ lead: { id: row.id, label: String(row.name) } }}
          closed={isConverted(row)}
        />
        {!isConverted(row) && <HowFarOf end={{ object: 'lead', id: row.id }} />}
        <Inquiry lead={row} />
        <Qualification lead={row} />
      </>
    )}
  />
)

export default LeadPage
