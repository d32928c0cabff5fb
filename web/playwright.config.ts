import { defineConfig } from '@playwright/test'

/** A build server may stand still for seconds; a journey is to tell what the page does, not how fast that machine is. */
const patience = process.env.CI ? 3 : 1

/**
 * `./crm test browser` starts an application with an empty database and names it in CRM_BASE_URL;
 * `npm run pictures` takes the guide's pictures from one.
 */
export default defineConfig({
  testDir: 'e2e',
  testMatch: process.env.PICTURES ? 'pictures.ts' : '*.spec.ts',
  workers: 1,
  timeout: 120_000 * patience,
  expect: { timeout: 20_000 * patience },
  forbidOnly: !!process.env.CI,
  /** What passes only the second or third time is listed as flaky. */
  retries: process.env.CI ? 2 : 0,
  reporter: [['list']],
  use: {
    baseURL: process.env.CRM_BASE_URL ?? 'http://localhost:8080',
    locale: 'zh-CN',
    timezoneId: 'Asia/Shanghai',
    viewport: { width: 1440, height: 900 },
    actionTimeout: 20_000 * patience,
    trace: 'retain-on-failure',
    serviceWorkers: 'block',
    launchOptions: {
      executablePath: process.env.CHROMIUM ?? '/usr/bin/chromium',
      args: [
        '--headless',
        '--no-sandbox',
        '--disable-gpu',
        '--disable-quic',
        '--no-first-run',
        '--disable-background-networking',
        '--disable-component-update',
        '--disable-sync',
      ],
    },
  },
})
