import { Form, type FormInstance } from 'antd'
import { Problem, useAlone } from '../http'
import { sayProblem, toastProblem } from '../toast'

type Send<T> = (values: T, form: FormInstance<T>) => Promise<void>

/**
 * A small form and its sending, once for a double click. What the server says of a field stands under the field;
 * everything else under `rest`, or in a toast where none is named.
 */
export function useSending<T extends object>(send: Send<T>, rest?: keyof T & string) {
  const [form] = Form.useForm<T>()
  const { alone, busy } = useAlone()
  const put = (name: string, errors: string[]) => form.setFields([{ name: name as never, errors }])
  const tell = (error: unknown) => {
    const shown = Object.keys(form.getFieldsValue())
    const told = error instanceof Problem ? (error.body.errors ?? []) : []
    const own = told.filter(({ field }) => shown.includes(field))
    own.forEach(({ field, message }) => put(field, [message]))
    if (own.length && own.length === told.length) return
    const other = told.find((one) => !own.includes(one))?.message ?? sayProblem(error)
    if (rest) put(rest, [other])
    else toastProblem(error)
  }
  const submit = (values: T) => void alone(() => send(values, form).catch(tell))
  return { form, busy, submit }
}
