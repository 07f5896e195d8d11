import react from '@vitejs/plugin-react';
import { defineConfig } from 'vitest/config';

// The gateway serves what stands in the jar under this folder; see DashboardFiles there.
const STATIC = 'target/classes/dev/demarc/dashboard/static';

export default defineConfig({
  plugins: [react()],
  build: {
    outDir: STATIC,
    emptyOutDir: true,
    target: 'es2022',
    // a file in the page as data: would be refused by the content security policy
    assetsInlineLimit: 0,
    modulePreload: { polyfill: false },
    // what is packed into the files, and under which licences
    license: { fileName: 'licenses.md' },
    reportCompressedSize: false,
    chunkSizeWarningLimit: 1000,
  },
  server: {
    host: '127.0.0.1',
    proxy: { '/api': process.env['DEMARC_URL'] ?? 'http://127.0.0.1:8080' },
  },
  test: {
    include: ['src/**/*.test.{ts,tsx}'],
  },
});
