/** The sheets of a month's end, in the order of FORMS: what 打印 › 月末全套 offers. Ids of `registry.ts`. */
export const MONTH_SET = [
  'visit-register',
  'enquiry-phone',
  'enquiry-online',
  'complaint-register',
  'work-order-register',
  'lost-register',
  'loss-register',
  'lost-disposals',
  'fee-register',
  'numbered-sheet',
  'loan-register',
  'tip-register',
  'month-stocktake',
  'month-report',
  'shop-figures',
  'cash-month',
  'follow-up-register',
  'follow-up-month',
  'service-figures',
  'roster-sheet',
  'attendance-sheet',
  'reception-report',
  'inspection-month',
] as const;

export type MonthForm = (typeof MONTH_SET)[number];
