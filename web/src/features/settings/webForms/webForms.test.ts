import { expect, test } from 'vitest'
import { bodyOf, snippetOf, typedOf, type WebForm } from './webForms'

const form: WebForm = {
  id: '1',
  version: 3,
  name: '官网',
  active: true,
  title: '留下联系方式',
  intro: null,
  thanks: '谢谢',
  fields: [{ name: 'contactName', required: true }],
  consent: null,
  consentVersion: 0,
  source: null,
  campaign: null,
  owners: [{ id: 'p', label: '王芳' }],
  told: [],
  origins: [],
  mostADay: 200,
  address: 'https://crm.example.com/f/abc',
  taken: 0,
  keptOut: 0,
}

test('what is read can be sent back: people by their ids, blank texts as none', () => {
  const body = bodyOf(typedOf(form))
  expect(body).toMatchObject({ intro: null, consent: null, campaign: null, owners: ['p'], told: [] })
  expect(Object.keys(body)).not.toContain('address')
  expect(bodyOf({ ...typedOf(form), intro: ' \n' }).intro).toBeNull()
})

test('a title cannot leave its place in the snippet', () => {
  const snippet = snippetOf({ ...form, title: '"><script>' })
  expect(snippet).toContain('title="&quot;>&lt;script>"')
  expect(snippet).toContain('src="https://crm.example.com/f/abc"')
})
