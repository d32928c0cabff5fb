import { Button, Form, Input, Radio, Select } from 'antd'
import { useSending } from '@/platform/form/useSending'
import { http, type Density, type Session, type Theme } from '@/platform/http'
import { useTexts, useZones } from '@/platform/i18n'
import { usePreferences, useSession } from '@/platform/session'
import { showToast, toastProblem } from '@/platform/toast'
import { Panel } from '../Panel'
import { CalendarPart } from './CalendarPart'
import { FactorPart } from './FactorPart'

const themes: Theme[] = ['light', 'dark', 'system']
const densities: Density[] = ['loose', 'normal', 'tight']
type Person = Session['person']

function Own() {
  const { t } = useTexts()
  const { person, firm } = useSession()
  const zones = useZones()
  const ofFirm = zones.find(({ value }) => value === firm.timeZone)?.label ?? firm.timeZone
  const prefer = usePreferences()
  const save = (values: Partial<Person>) =>
    prefer(values).then(() => showToast({ kind: 'done', text: t('common.done'), stays: 2500 }), toastProblem)
  return (
    <Form<Person>
      className="settings-form"
      layout="vertical"
      initialValues={person}
      onFinish={(values) => void save(values)}
    >
      <Form.Item
        name="name"
        label={t('auth.personName')}
        rules={[{ required: true, message: t('auth.required') }]}
      >
        <Input />
      </Form.Item>
      <Form.Item name="email" label={t('settings.email')}>
        <Input inputMode="email" />
      </Form.Item>
      <Form.Item name="phone" label={t('settings.phone')}>
        <Input inputMode="tel" />
      </Form.Item>
      <Form.Item name="locale" label={t('shell.language')}>
        <Radio.Group
          options={[
            { value: 'zh', label: '中文' },
            { value: 'en', label: 'English' },
          ]}
        />
      </Form.Item>
      <Form.Item name="timeZone" label={t('auth.timeZone')}>
        <Select showSearch allowClear options={zones} placeholder={t('settings.asFirm', { what: ofFirm })} />
      </Form.Item>
      <Form.Item name="theme" label={t('shell.theme')}>
        <Radio.Group options={themes.map((value) => ({ value, label: t(`shell.themes.${value}`) }))} />
      </Form.Item>
      <Form.Item name="density" label={t('shell.density')}>
        <Radio.Group options={densities.map((value) => ({ value, label: t(`shell.densities.${value}`) }))} />
      </Form.Item>
      <Button type="primary" htmlType="submit">
        {t('common.save')}
      </Button>
    </Form>
  )
}

interface Passwords {
  current: string
  new: string
}

function Password() {
  const { t } = useTexts()
  const { form, busy, submit } = useSending<Passwords>(async (values, entered) => {
    await http.post('/session/password', values)
    entered.resetFields()
    showToast({ kind: 'done', text: t('settings.passwordChanged') })
  }, 'current')
  const needed = { required: true, message: t('auth.required') }
  return (
    <Form<Passwords> form={form} className="settings-form" layout="vertical" onFinish={submit}>
      <h2 className="section">{t('settings.password')}</h2>
      <Form.Item name="current" label={t('settings.passwordNow')} rules={[needed]}>
        <Input.Password autoComplete="current-password" />
      </Form.Item>
      <Form.Item
        name="new"
        label={t('settings.passwordNew')}
        rules={[needed, { min: 10, message: t('auth.tooShort', { n: 10 }) }]}
        extra={t('settings.passwordHelp')}
      >
        <Input.Password autoComplete="new-password" />
      </Form.Item>
      <Button htmlType="submit" loading={busy}>
        {t('settings.passwordChange')}
      </Button>
    </Form>
  )
}

export default function PreferencesPage() {
  return (
    <Panel section="preferences">
      <Own />
      <hr className="rule" />
      <Password />
      <hr className="rule" />
      <FactorPart />
      <hr className="rule" />
      <CalendarPart />
    </Panel>
  )
}
