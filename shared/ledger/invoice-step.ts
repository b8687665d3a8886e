/** `invoice.step`: an invoice is asked for, issued or taken back (红冲) after the sale or fee (DOMAIN §4). */
import { accept, refuse, type Command, type Read } from '../core/command';
import { Checks } from '../core/field-checks';
import type { Role } from '../core/roles';
import { newEntry } from './entry';
import { checkInvoice } from './invoice';
import type { Fee } from './entries/fees';
import type { Invoice } from './entries/parts';
import type { InvoiceStep, Sale } from './entries/sales';

export const INVOICE_STEPS = ['asked', 'issued', 'red'] as const;
export type InvoiceStepName = (typeof INVOICE_STEPS)[number];

/** How often an invoice may be asked for, issued or taken back for one act. */
const ROUNDS = 5;

/** Who writes invoices. */
export const INVOICE_ROLES: readonly Role[] = ['clerk', 'lead', 'finance'];

const stepId = (of: string, step: InvoiceStepName, round: number): string =>
  `${step === 'issued' ? 'invoice' : step}:${of}${round === 1 ? '' : `:${round}`}`;

/** Ids of every step that an act may have. */
export function invoiceStepIds(of: string): readonly string[] {
  return INVOICE_STEPS.flatMap((step) =>
    Array.from({ length: ROUNDS }, (_, index) => stepId(of, step, index + 1)),
  );
}

/** What a command that must know the invoice's state reads. */
export const invoiceRead = (of: string): Read => ({
  name: 'invoice',
  collection: 'ledger',
  ids: invoiceStepIds(of),
});

/** The invoice as it stands after its later steps; 红冲 leaves none. */
export function invoiceNow(invoice: Invoice, steps: readonly InvoiceStep[]): Invoice {
  return [...steps]
    .sort((a, b) => a.at.localeCompare(b.at) || a.body.n - b.body.n)
    .reduce<Invoice>((_now, { body: { step, title, taxNo, number } }) => {
      if (step === 'red') return { state: 'none', title: '', taxNo: '', number: '' };
      return { state: step === 'asked' ? 'toIssue' : 'issued', title, taxNo, number };
    }, invoice);
}

export interface InvoiceStepInput {
  /** The sale or fee. */
  readonly of: string;
  readonly step: InvoiceStepName;
  readonly invoiceTitle: string;
  readonly invoiceTaxNo: string;
  /** Number of the invoice, or of the red one. */
  readonly invoiceNo: string;
}

/** Steps that may follow a state. */
export function stepsAfter({ state }: Invoice): readonly InvoiceStepName[] {
  return state === 'none' ? ['asked', 'issued'] : state === 'toIssue' ? ['issued'] : ['red'];
}

export const recordInvoiceStep: Command<InvoiceStepInput> = {
  type: 'invoice.step',
  roles: INVOICE_ROLES,
  reads: ({ of }) => [
    { name: 'of', collection: 'ledger', ids: [of] },
    { name: 'reversal', collection: 'ledger', ids: [`reversal:${of}`] },
    invoiceRead(of),
  ],
  decide: (input, loaded, context) => {
    const { of, step } = input;
    const entry = loaded.of?.find((doc): doc is Sale | Fee => doc.kind === 'sale' || doc.kind === 'fee');
    if (!entry) return refuse({ code: 'notFound' });
    const steps = (loaded.invoice ?? []) as readonly InvoiceStep[];
    const now = invoiceNow(entry.body.invoice, steps);
    if (!stepsAfter(now).includes(step)) return refuse({ code: 'invoiceStepLate' });
    if (loaded.reversal?.length && step !== 'red') return refuse({ code: 'entryReversed' });
    const checks = new Checks();
    const { title, taxNo, number } =
      step === 'red'
        ? { ...now, number: checks.text('invoiceNo', input.invoiceNo, { max: 40, required: true }) }
        : checkInvoice(checks, { ...input, invoiceState: step === 'asked' ? 'toIssue' : 'issued' });
    const round = steps.filter(({ body }) => body.step === step).length + 1;
    if (round > ROUNDS) checks.refuse('', 'invoiceStepLate');
    if (checks.refusals.length > 0) return refuse(...checks.refusals);
    const body = { of, ofNo: entry.body.no ?? '', step, title, taxNo, number };
    return accept({
      collection: 'ledger',
      doc: newEntry(stepId(of, step, round), 'invoiceStep', 'invoice.step', body, context),
    });
  },
};
