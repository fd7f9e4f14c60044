/** Genome sequences in FASTA, and reads with their qualities. */
/** @type {import('./index.mjs').Hostile} */
export const dna = {
  name: 'dna',
  fileName: 'reads.fastq',
  piece(random) {
    const length = random.between(75, 150);
    const quality = Array.from({ length }, () => String.fromCharCode(random.between(33, 73))).join('');
    return `@RUN${random.digits(6)}:${random.int(8)}:${random.digits(4)}:${random.digits(5)} length=${length}\n${random.text('ACGT', length)}\n+\n${quality}\n`;
  },
};
