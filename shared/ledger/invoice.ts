/** Invoice state as typed with a sale or a fee (DOMAIN §4): a 收据 is not an invoice. */
import type { Checks } from '../core/field-checks';
import type { Invoice } from './entries/parts';

export const INVOICE_STATES = ['none', 'toIssue', 'issued'] as const;

export interface InvoiceFields {
  readonly invoiceState: Invoice['state'];
  readonly invoiceTitle: string;
  readonly invoiceTaxNo: string;
  readonly invoiceNo: string;
}

export const NO_INVOICE: InvoiceFields = {
  invoiceState: 'none',
  invoiceTitle: '',
  invoiceTaxNo: '',
  invoiceNo: '',
};

/** 统一社会信用代码 and older taxpayer numbers: 15 to 20 digits and capitals. */
const TAX_NO = /^[0-9A-Z]{15,20}$/;

/** The invoice as it is stored: a title once one is asked for, its number once it is issued; refusals beside their fields. */
export function checkInvoice(checks: Checks, fields: InvoiceFields): Invoice {
  const state = INVOICE_STATES.find((one) => one === fields.invoiceState) ?? 'none';
  if (state === 'none') return { state, title: '', taxNo: '', number: '' };
  const title = checks.text('invoiceTitle', fields.invoiceTitle, { max: 100, required: true });
  const taxNo = fields.invoiceTaxNo.normalize('NFKC').replace(/\s/gu, '').toUpperCase();
  if (taxNo !== '' && !TAX_NO.test(taxNo)) checks.refuse('invoiceTaxNo', 'badTaxNo');
  const number =
    state === 'issued' ? checks.text('invoiceNo', fields.invoiceNo, { max: 40, required: true }) : '';
  return { state, title, taxNo, number };
}
