/** Pages of the Amazon Macie User Guide that sheets refer to for ids, keywords and severities. */

export const MACIE_FINANCIAL = 'Amazon Macie User Guide: managed data identifiers for financial data (mdis-reference-financial)';
export const MACIE_PHI = 'Amazon Macie User Guide: managed data identifiers for PHI (mdis-reference-phi)';
export const MACIE_PII = 'Amazon Macie User Guide: managed data identifiers for PII (mdis-reference-pii)';
export const MACIE_CREDENTIALS = 'Amazon Macie User Guide: managed data identifiers for credentials (mdis-reference-credentials)';
