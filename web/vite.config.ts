import react from '@vitejs/plugin-react';
import { defineConfig } from 'vite';

// Files are served by the Drawbridge server itself: one document for every page, everything else under /assets/ by content hash.
export default defineConfig({
  plugins: [react()],
  build: {
    outDir: 'dist',
    emptyOutDir: true,
    assetsInlineLimit: 0,
    license: { fileName: 'licenses.txt' },
    chunkSizeWarningLimit: 5000,
    reportCompressedSize: false,
    rolldownOptions: {
      onLog: (level, log, report) => {
        // The explorer's files carry a directive of another compiler, which means nothing here.
        if (log.code !== 'MODULE_LEVEL_DIRECTIVE') {
          report(level, log);
        }
      },
    },
  },
  worker: { format: 'es' },
  server: {
    proxy: { '/graphql': process.env.DRAWBRIDGE_URL ?? 'http://127.0.0.1:8080' },
  },
});
