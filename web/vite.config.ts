import { fileURLToPath } from 'node:url'
import react from '@vitejs/plugin-react'
import { defineConfig } from 'vitest/config'

const server = process.env.CHAOXI_SERVER ?? 'http://localhost:8080'

export default defineConfig({
  plugins: [react()],
  resolve: { alias: { '@': fileURLToPath(new URL('./src', import.meta.url)) } },
  server: {
    fs: { allow: ['..'] },
    proxy: { '/api': server, '/f/': server, '/health': server, '/ical/': server },
  },
  preview: { proxy: { '/api': server, '/f/': server, '/health': server, '/ical/': server } },
  build: { target: 'es2022', manifest: true, chunkSizeWarningLimit: 900 },
  test: { environment: 'happy-dom', include: ['src/**/*.test.{ts,tsx}'], testTimeout: 20_000 },
})
