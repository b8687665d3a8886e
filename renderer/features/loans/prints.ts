/** What is printed and exported of deposits, loans and tips (FORMS). */
import { PHONE_ROLES, hasRole } from '@shared/core/roles';
import { maskPhone } from '@shared/core/mask';
import type { Period } from '@shared/core/period';
import { clock } from '@shared/core/time';
import { dateTimeCell, periodText, printedByText } from '@shared/forms/texts';
import { signatureOf } from '@shared/ledger/file-paper';
import type { LoanLine, LoanRegisterInput } from '@shared/loans/forms/register';
import type { LoanSlipInput, ReturnSlipInput } from '@shared/loans/forms/slips';
import { backByText, customerText, paymentsText, thingText } from '@shared/loans/forms/texts';
import type { TipLine, TipRegisterInput } from '@shared/loans/forms/tip-register';
import { loanState, loanSums, type LoanRow } from '@shared/loans/rows';
import { byReceiver, tipState, type TipRow } from '@shared/loans/tip-rows';
import { ledger } from '@shared/messages/zh-CN/ledger';
import { loans as words } from '@shared/messages/zh-CN/loans';
import { nowIso } from '../../data/clock';
import { staffName, useDirectory } from '../../data/directory';
import { exportSheet } from '../../data/export-sheet';
import { useSession } from '../../data/session';
import { refusalText, t } from '../../ui/i18n';
import { printForm, type PrintRequest } from '../../ui/print/print-form';
import { printVoucher } from '../../ui/print/print-voucher';
import { toast } from '../../ui/toast';

const form = words.form;
const club = (): string => useDirectory.getState().settings.clubName;
const reference = ({ from, to }: Period): string => (from === to ? from : `${from}_${to}`);

/** Masked on lists unless the role may see it. */
function listedPhone(phone: string): string {
  const { actor } = useSession.getState();
  return hasRole(actor?.roles ?? [], PHONE_ROLES) ? phone : maskPhone(phone);
}

/** 押金单 or 租借单. The customer's own paper shows the phone masked: it is the number they gave. */
export function printLoan({ taken, paper, reversal }: LoanRow): Promise<void> {
  const { id, body, at, by } = taken;
  return printVoucher(id, (reprint) => {
    const data: LoanSlipInput = {
      club: club(),
      body,
      at,
      clerk: staffName(by),
      phone: maskPhone(body.customer.phone),
      archiveNo: paper?.body.archiveNo ?? '',
      reprint,
      reversed: reversal !== null,
    };
    const title = body.amount > 0 ? form.loan : form.loanFree;
    return { form: 'loan-slip', title, data, reference: body.no ?? '' };
  });
}

/** 退还单; nothing while the thing is out. */
export async function printReturn({ taken, returned, returnPaper }: LoanRow): Promise<void> {
  if (!returned) return;
  const { id, body, at, by } = returned;
  await printVoucher(id, (reprint) => {
    const data: ReturnSlipInput = {
      club: club(),
      taken: taken.body,
      body,
      at,
      clerk: staffName(by),
      phone: maskPhone(taken.body.customer.phone),
      archiveNo: returnPaper?.body.archiveNo ?? '',
      reprint,
    };
    return { form: 'loan-return', title: form.returned, data, reference: body.no ?? '' };
  });
}

function loanLine(row: LoanRow): LoanLine {
  const { taken, returned } = row;
  const { body, at, day, by } = taken;
  return {
    no: body.no ?? '',
    day,
    time: clock(at),
    thing: thingText(body),
    customer: customerText(body.customer),
    phone: listedPhone(body.customer.phone),
    amount: body.amount,
    rental: body.rental,
    tenders: paymentsText(body.payments),
    backBy: backByText(body.backBy),
    returnNo: returned?.body.no ?? '',
    returnedAt: dateTimeCell(returned?.at),
    returned: returned?.body.returned ?? null,
    kept: returned?.body.kept ?? null,
    reason: returned?.body.reason ?? '',
    lateFee: returned?.body.lateFee ?? null,
    clerk: staffName(by),
    state: words.state[loanState(row)],
    remark: body.remark,
  };
}

/** @param rows newest first, as listed; `what` names the list, or '' for the whole period */
export function loansRequest(rows: readonly LoanRow[], period: Period, what: string): PrintRequest {
  const data: LoanRegisterInput = {
    club: club(),
    ...period,
    what,
    rows: [...rows].reverse().map(loanLine),
    sums: loanSums(rows),
  };
  return { form: 'loan-register', title: form.register, data, reference: reference(period) };
}

export function printLoans(rows: readonly LoanRow[], period: Period, what: string): void {
  printForm(loansRequest(rows, period, what));
}

function tipLine(row: TipRow): TipLine {
  const { tip, paid, paper } = row;
  const { body, at, day, by } = tip;
  return {
    no: body.no ?? '',
    day,
    time: clock(at),
    receiver: body.receiver,
    amount: body.amount,
    tenders: body.payments.map(({ tender }) => ledger.tender[tender]).join('、'),
    customer: body.customer.name,
    clerk: staffName(by),
    state: words.tips.state[tipState(row)],
    paidNo: paid?.body.no ?? '',
    paidAt: dateTimeCell(paid?.at),
    signature: paid ? signatureOf(paid) : null,
    archiveNo: paper?.body.archiveNo ?? '',
    remark: body.remark,
  };
}

export function tipsRequest(rows: readonly TipRow[], period: Period, what: string): PrintRequest {
  const data: TipRegisterInput = {
    club: club(),
    ...period,
    what,
    rows: rows.map(tipLine),
    sums: byReceiver(rows),
  };
  return { form: 'tip-register', title: form.tipRegister, data, reference: reference(period) };
}

export function printTips(rows: readonly TipRow[], period: Period, what: string): void {
  printForm(tipsRequest(rows, period, what));
}

interface SheetColumn<L> {
  readonly title: string;
  readonly width: number;
  readonly value: (line: L) => string | number;
}

const yuan = (fen: number | null): string | number => (fen === null ? '' : fen / 100);

const LOAN_COLUMNS: readonly SheetColumn<LoanLine>[] = [
  { title: form.no, width: 22, value: ({ no }) => no },
  { title: form.day, width: 12, value: ({ day }) => day },
  { title: form.time, width: 8, value: ({ time }) => time },
  { title: form.thing, width: 24, value: ({ thing }) => thing },
  { title: form.customer, width: 16, value: ({ customer }) => customer },
  { title: form.phone, width: 14, value: ({ phone }) => phone },
  { title: form.amountCell, width: 12, value: ({ amount }) => yuan(amount) },
  { title: form.rental, width: 10, value: ({ rental }) => yuan(rental) },
  { title: form.tenders, width: 28, value: ({ tenders }) => tenders },
  { title: form.backBy, width: 18, value: ({ backBy }) => backBy },
  { title: words.field.returnNo, width: 22, value: ({ returnNo }) => returnNo },
  { title: form.returnedAt, width: 18, value: ({ returnedAt }) => returnedAt },
  { title: form.returnedCell, width: 12, value: ({ returned }) => yuan(returned) },
  { title: form.keptCell, width: 12, value: ({ kept }) => yuan(kept) },
  { title: form.reason, width: 24, value: ({ reason }) => reason },
  { title: form.lateFeeCell, width: 12, value: ({ lateFee }) => yuan(lateFee) },
  { title: form.clerk, width: 12, value: ({ clerk }) => clerk },
  { title: form.state, width: 10, value: ({ state }) => state },
  { title: form.remark, width: 24, value: ({ remark }) => remark },
];

const TIP_COLUMNS: readonly SheetColumn<TipLine>[] = [
  { title: form.no, width: 22, value: ({ no }) => no },
  { title: form.day, width: 12, value: ({ day }) => day },
  { title: form.time, width: 8, value: ({ time }) => time },
  { title: form.receiver, width: 22, value: ({ receiver }) => receiver },
  { title: form.tipAmount, width: 12, value: ({ amount }) => yuan(amount) },
  { title: form.tipTenders, width: 14, value: ({ tenders }) => tenders },
  { title: form.tipCustomer, width: 16, value: ({ customer }) => customer },
  { title: form.state, width: 10, value: ({ state }) => state },
  { title: words.tips.paidNo, width: 22, value: ({ paidNo }) => paidNo },
  { title: form.paidAt, width: 18, value: ({ paidAt }) => paidAt },
  { title: form.clerk, width: 12, value: ({ clerk }) => clerk },
  { title: form.remark, width: 24, value: ({ remark }) => remark },
];

async function exportLines<L>(
  register: string,
  title: string,
  period: Period,
  columns: readonly SheetColumn<L>[],
  lines: readonly L[],
): Promise<void> {
  const { actor, desk } = useSession.getState();
  const { saved, refusals } = await exportSheet({
    register,
    fileName: `${title} ${reference(period)}.xlsx`,
    detail: { ...period },
    sheet: {
      name: title,
      head: [
        `${title}　${periodText(period.from, period.to)}`,
        printedByText(actor?.name ?? '', desk, nowIso()),
      ],
      columns: columns.map(({ title: head, width }) => ({ title: head, width })),
      rows: lines.map((line) => columns.map(({ value }) => value(line))),
    },
  });
  if (saved) toast(t('loans.exported', { count: lines.length }));
  for (const { code, params } of refusals) toast(refusalText(code, params), { level: 'error' });
}

/** The listed loans as an Excel file, oldest first. */
export function exportLoans(rows: readonly LoanRow[], period: Period): Promise<void> {
  return exportLines('loans', form.register, period, LOAN_COLUMNS, [...rows].reverse().map(loanLine));
}

/** The listed tips as an Excel file, oldest first. */
export function exportTips(rows: readonly TipRow[], period: Period): Promise<void> {
  return exportLines('tips', form.tipRegister, period, TIP_COLUMNS, [...rows].reverse().map(tipLine));
}
