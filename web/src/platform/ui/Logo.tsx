/** The mark: one wave under a tide line. */
export function Logo({ size = 24 }: { size?: number }) {
  return (
    <svg width={size} height={size} viewBox="0 0 32 32" aria-hidden focusable="false">
      <rect width="32" height="32" rx="7" fill="#0958d9" />
      <g fill="none" stroke="#fff" strokeLinecap="round">
        <path
          d="M5 19.5c2.2 0 3-1.4 4.6-3 1.5-1.5 3.6-1.5 5.1 0l2.4 2.4c1.5 1.5 3.6 1.5 5.1 0 1.4-1.4 2.3-2.4 4.8-2.4"
          strokeWidth="2.6"
        />
        <path d="M11 9.8h10" strokeWidth="2.2" opacity=".85" />
      </g>
    </svg>
  )
}
