/** Register numbers `YL-A-20261121-0003` (DOMAIN §2): register, desk, business day, running number. */

/** Registers and their default prefixes; the prefixes are settings. */
export const DEFAULT_PREFIXES = {
  visit: 'LF',
  enquiry: 'LD',
  talk: 'QT',
  complaint: 'TS',
  workOrder: 'GD',
  followUp: 'HF',
  lostItem: 'YL',
  lossReport: 'BS',
  handover: 'YJ',
  sale: 'XS',
  refund: 'TH',
  fee: 'SF',
  topUp: 'CZ',
  securityDeposit: 'YA',
  morningCount: 'QD',
  monthEndCount: 'PD',
  purchaseOrder: 'CG',
  goodsReceived: 'RK',
  goodsIssued: 'CK',
  tillSession: 'BC',
  deposit: 'SJ',
  incident: 'JJ',
  inspection: 'JC',
  settlement: 'JS',
  tip: 'XF',
  pettyCash: 'SZ',
  numberedStock: 'PZ',
  customerOrder: 'DH',
  task: 'JB',
  swap: 'DB',
  leave: 'QJ',
} as const;

export type Register = keyof typeof DEFAULT_PREFIXES;

/** Formats one number; the running part has at least four digits. */
export function formatNumber(prefix: string, desk: string, day: string, running: number): string {
  return `${prefix}-${desk}-${day.replaceAll('-', '')}-${String(running).padStart(4, '0')}`;
}

const PATTERN = /^([A-Z]{2})-([A-Z0-9]{1,3})-(\d{4})(\d{2})(\d{2})-(\d{4,})$/;

/** Takes a number apart; null when the text is none. */
export function parseNumber(
  text: string,
): { readonly prefix: string; readonly desk: string; readonly day: string; readonly running: number } | null {
  const match = PATTERN.exec(text);
  if (!match) return null;
  const [, prefix = '', desk = '', year, month, date, running = '0'] = match;
  return { prefix, desk, day: `${year}-${month}-${date}`, running: Number(running) };
}
