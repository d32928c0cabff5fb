import { execFile } from 'node:child_process'
import { mkdtemp, rm } from 'node:fs/promises'
import { createServer } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { promisify } from 'node:util'
import { expect, test } from '@playwright/test'

const run = promisify(execFile)
const crm = join(import.meta.dirname, '../../crm')

const freePort = () =>
  new Promise<number>((found) => {
    const probe = createServer().listen(0, '127.0.0.1', () => {
      const { port } = probe.address() as { port: number }
      probe.close(() => found(port))
    })
  })

test('a new installation is set up with the code it prints, and lets its founder in again', async ({
  page,
}) => {
  test.skip(!process.env.CRM_HOME, 'runs with ./crm test browser, which has built the application')
  test.setTimeout(300_000)
  const home = await mkdtemp(join(tmpdir(), 'chaoxi-setup-'))
  const port = await freePort()
  const given = Object.entries(process.env).filter(([name]) => !/^CRM_(ADMIN|DB|BIND|SAMPLE|BASE)/.test(name))
  const env = { ...Object.fromEntries(given), CRM_HOME: home, CRM_PORT: String(port) }
  try {
    const { stdout } = await run(crm, ['start', '--background'], { env, timeout: 240_000 })
    const code = /\b[a-z0-9]{7}(?:-[a-z0-9]{7}){3}\b/.exec(stdout)?.[0]
    expect(code, stdout).toBeTruthy()
    const address = `http://localhost:${port}`
    await page.goto(`${address}/setup`)
    await page.getByRole('textbox', { name: '公司名称' }).fill('海岳流体设备')
    await page.getByRole('textbox', { name: '你的姓名' }).fill('林晓雯')
    await page.getByRole('textbox', { name: '登录名' }).fill('lin')
    await page.getByRole('textbox', { name: '密码' }).fill('tide-Rises-2026')
    await page.getByRole('textbox', { name: '一次性代码' }).fill(code!)
    await page.getByRole('button', { name: '建好公司' }).click()
    await expect(page.getByRole('heading', { name: '今日' })).toBeVisible()
    await page.getByRole('button', { name: '林晓雯 的菜单' }).click()
    await page.getByRole('menuitem', { name: '退出登录' }).click()
    await page.getByRole('textbox', { name: '登录名' }).fill('lin')
    await page.getByRole('textbox', { name: '密码' }).fill('tide-Rises-2026')
    await page.getByRole('button', { name: '登录' }).click()
    await expect(page.getByRole('heading', { name: '今日' })).toBeVisible()
  } finally {
    await run(crm, ['stop'], { env })
    await rm(home, { recursive: true, force: true })
  }
})
