/** Italian VAT number (partita IVA). It names sole traders as well as companies, whose numbers are public: hence the lower severity. */
import { afterCountry } from '../../validators/country-prefix.js';
import { italyPartitaIva } from '../../validators/italy-partita-iva.js';
import { defineDetector } from '../define.js';

export const italyVatNumber = defineDetector({
  id: 'ITALY_VAT_NUMBER',
  name: 'Italian VAT number (partita IVA)',
  category: 'pii',
  countries: ['IT'],
  regulations: ['GDPR'],
  severity: { 1: 'medium' },
  forms: [String.raw`\d{11}`, { pattern: String.raw`IT\d{11}`, validator: afterCountry(italyPartitaIva) }],
  digits: 11,
  boundary: 'digit',
  falseAccept: 0.012,
  keywords: {
    mode: 'required',
    words: [
      'partita iva',
      'partitaiva',
      'p.iva',
      'p. iva',
      'piva',
      'part. iva',
      'codice iva',
      'numero di partita iva',
      'italian vat number',
      // FatturaPA: `IdTrasmittente` and `IdFiscaleIVA`, whose `IdCodice` holds it.
      'id trasmittente',
      'id fiscale iva',
    ],
  },
  validator: italyPartitaIva,
  normal: 'digits',
  examples: {
    match: [
      'Partita IVA: «02527600189»',
      'P.IVA «IT05559790711»',
      { column: 'partita_iva', cell: '«05075290170»' },
      { column: 'IdFiscaleIVA', cell: '«05075290170»' },
    ],
    noMatch: [
      ['Partita IVA: 02527600188', 'validator: the check digit is wrong'],
      ['Partita IVA: 02527602003', 'validator: there is no office 200'],
      ['02527600189', 'keyword: none in reach'],
    ],
  },
  references: ['DPR 26 ottobre 1972, n. 633, art. 35; Agenzia delle Entrate: partita IVA'],
});
