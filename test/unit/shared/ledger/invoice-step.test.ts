// Invoices after the act: asked for, issued, taken back (DOMAIN §4).
import { describe, expect, it } from 'vitest';
import { invoiceNow, recordInvoiceStep, type InvoiceStepInput } from '@shared/ledger/invoice-step';
import type { InvoiceStep } from '@shared/ledger/entries/sales';
import { reverseFee } from '@shared/fees/reverse-fee';
import type { Desk } from '../../../helpers/desk';
import { BY_LEAD, feeDesk, taken } from '../fees/fee-desk';

const step = (change: Partial<InvoiceStepInput> = {}): InvoiceStepInput => ({
  of: 'f1',
  step: 'issued',
  invoiceTitle: '青岛海湾有限公司',
  invoiceTaxNo: '91370200ma3c4d5e6f',
  invoiceNo: '24372000000012345678',
  ...change,
});

function now(desk: Desk): ReturnType<typeof invoiceNow> {
  const steps = desk.ledger().filter((entry): entry is InvoiceStep => entry.kind === 'invoiceStep');
  return invoiceNow(desk.get<ReturnType<typeof taken>>('f1').body.invoice, steps);
}

describe('an invoice', () => {
  it('is asked for, issued, taken back and issued anew', () => {
    const desk = feeDesk();
    taken(desk);
    expect(desk.codes(recordInvoiceStep, step({ step: 'asked' }))).toEqual([]);
    expect(now(desk)).toEqual({
      state: 'toIssue',
      title: '青岛海湾有限公司',
      taxNo: '91370200MA3C4D5E6F',
      number: '',
    });
    expect(desk.codes(recordInvoiceStep, step())).toEqual([]);
    expect(now(desk)).toMatchObject({ state: 'issued', number: '24372000000012345678' });
    desk.now = '2026-11-22T01:00:00.000Z';
    expect(desk.codes(recordInvoiceStep, step({ step: 'red', invoiceNo: '' }))).toEqual([
      'invoiceNo required',
    ]);
    expect(desk.codes(recordInvoiceStep, step({ step: 'red', invoiceNo: '红 1' }))).toEqual([]);
    expect(now(desk).state).toBe('none');
    desk.now = '2026-11-22T01:05:00.000Z';
    expect(desk.codes(recordInvoiceStep, step({ invoiceNo: '2' }))).toEqual([]);
    expect(now(desk)).toMatchObject({ state: 'issued', number: '2' });
  });

  it('takes no step out of turn, and needs a title and a number', () => {
    const desk = feeDesk();
    taken(desk);
    expect(desk.codes(recordInvoiceStep, step({ step: 'red' }))).toEqual(['invoiceStepLate']);
    expect(
      desk.codes(recordInvoiceStep, step({ invoiceTitle: '', invoiceTaxNo: 'abc', invoiceNo: '' })),
    ).toEqual(['invoiceTitle required', 'invoiceTaxNo badTaxNo', 'invoiceNo required']);
    expect(desk.codes(recordInvoiceStep, step())).toEqual([]);
    expect(desk.codes(recordInvoiceStep, step())).toEqual(['invoiceStepLate']);
    expect(desk.codes(recordInvoiceStep, step({ of: 'till' }))).toEqual(['notFound']);
  });

  it('that is issued stands in the way of a reversal until it is taken back', () => {
    const desk = feeDesk();
    taken(desk);
    const reverse = { id: 'f1', reason: '退费', way: 'same', confirmed: true, piecesBack: false } as const;
    expect(desk.codes(recordInvoiceStep, step())).toEqual([]);
    expect(desk.codes(reverseFee, reverse, BY_LEAD)).toEqual(['redFirst']);
    expect(desk.codes(recordInvoiceStep, step({ step: 'red' }))).toEqual([]);
    expect(desk.codes(reverseFee, reverse, BY_LEAD)).toEqual([]);
    expect(desk.codes(recordInvoiceStep, step())).toEqual(['entryReversed']);
  });
});
