import { defineConfig } from 'vitest/config';

/** Threads that readers start run what was built: Node starts no TypeScript. */
const builtThreads = {
  name: 'built-threads',
  transform(code: string, id: string) {
    if (!id.endsWith('/src/readers/office/workbook-thread.ts')) return undefined;
    const built = new URL('dist/src/readers/office/workbook-entry.js', import.meta.url).href;
    return code.replace(/new URL\([^)]*workbook-entry\.js[^)]*\)/, `new URL(${JSON.stringify(built)})`);
  },
};

export default defineConfig({
  plugins: [builtThreads],
  test: {
    include: ['test/**/*.test.ts'],
    testTimeout: 60_000,
    hookTimeout: 60_000,
  },
});
