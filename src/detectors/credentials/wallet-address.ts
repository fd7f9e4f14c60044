/** Addresses of crypto wallets: who knows one can follow its owner's payments. Not secret keys. */
import { bitcoinBase58Address } from '../../validators/base58check.js';
import { segwitAddress } from '../../validators/bech32.js';
import { ethereumAddress as ethereumValidator } from '../../validators/eip55.js';
import { defineDetector } from '../define.js';

/** What an address is called in tables and records of payments. Forty hex digits behind `0x` are nothing else there. */
const ACCOUNT_WORDS = ['wallet', 'wallet address', 'address', 'deposit address', 'beneficiary', 'recipient'];

export const bitcoinAddress = defineDetector({
  id: 'BITCOIN_ADDRESS',
  name: 'Bitcoin address',
  category: 'financial',
  countries: [],
  regulations: ['GDPR'],
  severity: { 1: 'low', 2: 'medium', 100: 'high' },
  forms: [
    { pattern: '[13][1-9A-HJ-NP-Za-km-z]{25,34}', selfEvident: true },
    { pattern: '(?i)bc1q[02-9ac-hj-np-z]{38}', validator: segwitAddress, selfEvident: true },
    { pattern: '(?i)bc1[qp][02-9ac-hj-np-z]{58}', validator: segwitAddress, selfEvident: true },
  ],
  boundary: 'word',
  // The checksums have 30 and 32 bits.
  falseAccept: 0.000001,
  keywords: { mode: 'none', words: ['bitcoin', 'btc', 'wallet', 'wallet address'] },
  validator: bitcoinBase58Address,
  examples: {
    match: [
      'btc «1A1zP1eP5QGefi2DMPTfTL5SLmv7DivfNa»',
      '«3EktnHQD7RiAE6uzMj2ZifT9YgRrkSgzQX»',
      'bitcoin:«bc1qw508d6qejxtdg4y5r3zarvary0c5xw7kv8f3t4»',
      { column: 'wallet', cell: '«bc1p0xlxvlhemja6c4dqv22uapctqupfhlxm9h8z3k2e72q4k9hcz7vqzk5jj0»' },
    ],
    noMatch: [
      ['btc 1A1zP1eP5QGefi2DMPTfTL5SLmv7DivfNb', 'validator: wrong checksum'],
      ['btc bc1qw508d6qejxtdg4y5r3zarvary0c5xw7kv8f3t5', 'validator: wrong checksum'],
      ['btc x1A1zP1eP5QGefi2DMPTfTL5SLmv7DivfNa', 'boundary: a longer word'],
    ],
  },
  references: ['Bitcoin developer reference: Base58Check', 'BIP-13', 'BIP-173 and BIP-350'],
});

export const ethereumAddress = defineDetector({
  id: 'ETHEREUM_ADDRESS',
  name: 'Ethereum address',
  category: 'financial',
  countries: [],
  regulations: ['GDPR'],
  severity: { 1: 'low', 2: 'medium', 100: 'high' },
  forms: ['0x[0-9a-fA-F]{40}'],
  boundary: 'word',
  // In one case alone there is no checksum; in mixed case it has 15 bits on average.
  falseAccept: 1,
  keywords: {
    mode: 'none',
    words: [...ACCOUNT_WORDS, 'ethereum', 'eth', 'erc20', 'ether', 'metamask', 'etherscan', 'evm', 'polygon', 'bnb'],
  },
  validator: ethereumValidator,
  normal: 'lower',
  examples: {
    match: [
      'pay «0x5aAeb6053F3E94C9b9A09f33669435E7Ef1BeAed»',
      'eth wallet «0xfb6916095ca1df60bb79ce92ce3ea74c37c5d359»',
      { column: 'wallet_address', cell: '«0xD1220A0cf47c7B9Be7A2E6BA89F429762e7b9aDb»' },
      { column: 'to_address', cell: '«0xfb6916095ca1df60bb79ce92ce3ea74c37c5d359»' },
    ],
    noMatch: [
      ['0x5AAeb6053F3E94C9b9A09f33669435E7Ef1BeAed', 'validator: wrong checksum'],
      ['0x0000000000000000000000000000000000000000', 'validator: the zero address'],
      ['0x5aAeb6053F3E94C9b9A09f33669435E7Ef1BeAed77', 'boundary: a longer word'],
    ],
  },
  references: ['EIP-55: mixed-case checksum address encoding'],
});
