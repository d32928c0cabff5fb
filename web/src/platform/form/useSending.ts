import { Form, type FormInstance } from 'antd'
import { Problem, useAlone } from '../http'
import { sayProblem, toastProblem } from '../toast'

/** Whether the form asks for what stands at this place. */
function holds(values: unknown, [first, ...rest]: string[]): boolean {
  if (typeof values !== 'object' || values === null || !first || !(first in values)) return false
  return !rest.length || holds((values as Record<string, unknown>)[first], rest)
}

type Send<T> = (values: T, form: FormInstance<T>) => Promise<void>

/**
 * A small form and its sending, once for a double click. What the server says of a field stands under the field;
 * everything else under `rest`, or in a toast where none is named.
 */
export function useSending<T extends object>(send: Send<T>, rest?: keyof T & string) {
  const [form] = Form.useForm<T>()
  const { alone, busy } = useAlone()
  const put = (name: string, errors: string[]) => form.setFields([{ name: name.split('.') as never, errors }])
  const tell = (error: unknown) => {
    const shown = form.getFieldsValue()
    const told = error instanceof Problem ? (error.body.errors ?? []) : []
    const own = told.filter(({ field }) => holds(shown, field.split('.')))
    own.forEach(({ field, message }) => put(field, [message]))
    if (own.length && own.length === told.length) return
    const other = told.find((one) => !own.includes(one))?.message ?? sayProblem(error)
    if (rest) put(rest, [other])
    else toastProblem(error)
  }
  const submit = (values: T) => void alone(() => send(values, form).catch(tell))
  return { form, busy, submit }
}
