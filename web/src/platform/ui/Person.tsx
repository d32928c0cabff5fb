const grounds = ['#9b3a5a', '#3a5aa8', '#8a5210', '#3a6b35', '#5e2e7a', '#0b6f82', '#525965']

const groundOf = (name: string) => {
  let sum = 0
  for (const char of name) sum = (sum * 31 + char.codePointAt(0)!) % 9973
  return grounds[sum % grounds.length]
}

export function Avatar({ name, size = 20 }: { name: string; size?: number }) {
  return (
    <span
      className="avatar"
      aria-hidden
      style={{ width: size, height: size, fontSize: Math.max(11, size / 2), background: groundOf(name) }}
    >
      {[...name][0]?.toUpperCase()}
    </span>
  )
}

export function Person({ name, size }: { name: string; size?: number }) {
  return (
    <span className="person">
      <Avatar name={name} {...(size && { size })} />
      <span className="clip">{name}</span>
    </span>
  )
}
