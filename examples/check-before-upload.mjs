/**
 * Lets a data set go only where a policy of one's own passes. Shows verdicts, rules and the profile of columns.
 *
 *   node examples/check-before-upload.mjs corpus/sample/people
 */
import { check, ScanError } from 'clearset';

const policy = {
  preset: 'training-data',
  rules: [
    { id: 'few-mails', detectors: ['EMAIL_ADDRESS'], maxShare: 0.001 },
    { id: 'no-cards', detectors: ['pci-dss'] },
  ],
};

const { verdict, rules, columns, summary } = await check({ targets: process.argv.slice(2), policy }).catch((error) => {
  if (!(error instanceof ScanError)) throw error;
  console.error(`${error.code}: ${error.message}`);
  process.exit(2);
});

for (const { id, failures } of rules)
  console.log(`${failures.length === 0 ? 'ok  ' : 'FAIL'} ${id}: ${failures.length} failures`);
const worst = columns.filter(({ identifiers }) => identifiers.some(({ share }) => share > 0.5));
console.log(`columns that are mostly identifiers: ${worst.map(({ name, family }) => name || family).join(', ') || 'none'}`);
// `incomplete` is no pass: something was not examined, and nobody knows what is in it.
console.log(`${verdict} after ${summary.bytesExamined} of ${summary.bytesFound} bytes`);
process.exitCode = verdict === 'pass' ? 0 : 1;
