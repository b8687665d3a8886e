/** The fee form as typed, and the check that turns it into what is stored (DOMAIN §5). */
import type { Context } from '../core/command';
import type { Checks } from '../core/field-checks';
import { checkInvoice, NO_INVOICE, type InvoiceFields } from '../ledger/invoice';
import { MAX_MONEY, type PaymentInput } from '../ledger/payments';
import { NO_SIGNATORY, type SignatoryFields } from '../ledger/signatory';
import type { FeeBody } from '../ledger/entries/fees';
import { cleanPiece } from './pieces';

/** Amounts are typed in yuan. */
export interface FeeFields extends InvoiceFields, SignatoryFields {
  /** Name of a fee type in the settings. */
  readonly type: string;
  readonly name: string;
  readonly phone: string;
  readonly memberNo: string;
  readonly agreementNo: string;
  readonly cardNo: string;
  readonly receiptNo: string;
  /** The blank card or agreement goes out with this fee; otherwise the customer has it already. */
  readonly issueCard: boolean;
  readonly issueAgreement: boolean;
  readonly amount: string;
  /** Ticked items of the preparation list. */
  readonly ticked: readonly string[];
  readonly payments: readonly PaymentInput[];
  readonly remark: string;
}

export function emptyFee(type: string): FeeFields {
  return {
    ...NO_INVOICE,
    ...NO_SIGNATORY,
    type,
    name: '',
    phone: '',
    memberNo: '',
    agreementNo: '',
    cardNo: '',
    receiptNo: '',
    issueCard: false,
    issueAgreement: false,
    amount: '',
    ticked: [],
    payments: [],
    remark: '',
  };
}

/** What of the body the form decides, tenders aside. */
export type FeePart = Pick<
  FeeBody,
  'type' | 'customer' | 'agreementNo' | 'cardNo' | 'receiptNo' | 'amount' | 'invoice' | 'checklist' | 'remark'
>;

/** The cleaned fields; refusals are in `checks`. The whole preparation list must be ticked before money is taken. */
export function checkFee(checks: Checks, fields: FeeFields, { settings }: Context): FeePart {
  const type = settings.feeTypes.find(({ name }) => name === fields.type);
  if (!type) checks.refuse('type', 'required');
  const checklist = type?.checklist ?? [];
  const open = checklist.filter((item) => !fields.ticked.includes(item));
  if (open.length > 0) checks.refuse('ticked', 'checklistOpen', { items: open.join('、') });
  const amount = checks.money('amount', fields.amount, true) ?? 0;
  if (amount > MAX_MONEY) checks.refuse('amount', 'badMoney');
  const piece = (field: 'agreementNo' | 'cardNo' | 'receiptNo', required: boolean): string =>
    checks.text(field, cleanPiece(fields[field]), { max: 40, required });
  return {
    type: type?.name ?? '',
    customer: {
      name: checks.text('name', fields.name, { max: 40, required: true }),
      phone: checks.phone('phone', fields.phone),
      memberNo: checks.text('memberNo', fields.memberNo, { max: 40 }),
    },
    agreementNo: piece('agreementNo', fields.issueAgreement),
    cardNo: piece('cardNo', fields.issueCard),
    receiptNo: piece('receiptNo', false),
    amount,
    invoice: checkInvoice(checks, fields),
    checklist,
    remark: checks.text('remark', fields.remark, { max: 200 }),
  };
}
