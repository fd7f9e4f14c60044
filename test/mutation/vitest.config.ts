/** What holds the validators, with time for the code that Stryker puts around them. */
import { defineConfig } from 'vitest/config';

export default defineConfig({ test: { include: ['test/validators/**/*.test.ts'], testTimeout: 120_000, hookTimeout: 120_000 } });
