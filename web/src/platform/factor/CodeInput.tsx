import { Input, type InputProps } from 'antd'

/** Takes a code of the authenticator, or of the paper with the recovery codes. */
export function CodeInput({ recovery, ...props }: InputProps & { recovery?: boolean }) {
  return (
    <Input
      autoComplete="one-time-code"
      autoCapitalize="off"
      inputMode={recovery ? 'text' : 'numeric'}
      maxLength={recovery ? 20 : 10}
      className="code-input"
      {...props}
    />
  )
}
