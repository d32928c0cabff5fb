import { partsOf } from './mentions'

/** A comment as people read it: whom it names stands out. */
export const MentionText = ({ text }: { text: string }) =>
  partsOf(text).map((part, index) =>
    typeof part === 'string' ? (
      part
    ) : (
      <span key={index} className="mention">
        @{part.label}
      </span>
    ),
  )
