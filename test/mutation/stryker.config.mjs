/**
 * Mutation of the validators (README.md): their own tests only, without a build, those alone that reach a mutant, until the first fails.
 * @type {import('@stryker-mutator/api/core').PartialStrykerOptions}
 */
export default {
  plugins: ['./test/mutation/in-process-runner.mjs'],
  testRunner: 'in-process',
  coverageAnalysis: 'perTest',
  mutate: [
    'src/validators/*.ts',
    // Written by scripts, and nothing but data: test/validators/generated-tables.test.ts holds all of each table against its source.
    // Tables written by hand are mutated, the IBAN registry and the top-level domains among them.
    '!src/validators/{phone-metadata,name-table,place-table}.ts',
  ],
  reporters: ['json', 'clear-text', 'progress-append-only'],
  clearTextReporter: { reportTests: false },
  jsonReporter: { fileName: 'build/mutation.json' },
  thresholds: { high: 95, low: 90, break: 90 },
  tempDirName: 'build/mutation',
  concurrency: 2,
  // The runner itself ends a test that has no end; this is for what stands outside of tests.
  timeoutMS: 300_000,
  dryRunTimeoutMinutes: 20,
  ignorePatterns: [
    '**',
    '!package.json',
    '!LICENSE',
    '!src/**/*.ts',
    '!src/validators/gazetteer/*.txt',
    '!test/validators/**/*',
    '!test/detectors/*.ts',
    '!corpus/values/*.txt',
  ],
  disableTypeChecks: false,
  tsconfigFile: 'none.json',
};
