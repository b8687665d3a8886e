/** 储值凭条, 退余额凭条 and 挂账结算收据: half a page twice (FORMS). */
import { formatMoney } from '../../core/money';
import { amountInWords } from '../../forms/amount-in-words';
import type { FormDoc } from '../../forms/model';
import { dateTimeCell } from '../../forms/texts';
import type { AccountSettlement, BalanceReturned, TopUp } from '../../ledger/entries/money';
import { ledger } from '../../messages/zh-CN/ledger';
import { accounts as words } from '../../messages/zh-CN/accounts';
import { signatureCell } from '../../signatures/signature';

/** Input of the form `account-voucher`. */
export interface AccountVoucherInput {
  readonly club: string;
  readonly entry: Pick<TopUp | BalanceReturned | AccountSettlement, 'kind' | 'at' | 'body'>;
  readonly clerk: string;
  /** Fen on the account (member) or still owed (on account) as it stands now. */
  readonly balance: number;
  readonly reprint: boolean;
}

const form = words.form;

export function accountVoucher({ club, entry, clerk, balance, reprint }: AccountVoucherInput): FormDoc {
  const { kind, at } = entry;
  const body = entry.body;
  const { no = '', amount, accountNo, payments } = body;
  const name = 'accountName' in body ? body.accountName : body.customer.name;
  const tenders = payments.map(
    ({ tender, amount: part, ref }) => `${ledger.tender[tender]} ${formatMoney(part)}${ref && `（${ref}）`}`,
  );
  const title = { topUp: form.topUp, balanceReturned: form.returned, accountSettlement: form.settled }[kind];
  return {
    paper: { size: 'A4-half', copies: [form.stub, form.customerCopy] },
    club,
    title,
    subtitle: `${no}　${dateTimeCell(at)}${reprint ? `　〔${form.reprinted}〕` : ''}`,
    ...(no ? { reference: no } : {}),
    money: true,
    blocks: [
      {
        type: 'fields',
        perLine: 2,
        fields: [
          { label: form.accountNo, value: accountNo },
          { label: form.name, value: name },
          { label: form.amount, value: formatMoney(amount) },
          {
            label: kind === 'accountSettlement' ? form.stillOwed : form.balanceNow,
            value: formatMoney(balance),
          },
          { label: form.inWords, value: amountInWords(amount), wide: true },
          { label: form.tenders, value: tenders.join('、'), wide: true },
          ...('settles' in body
            ? [
                {
                  label: form.settles,
                  value: body.settles.map((one) => `${one.no} ${formatMoney(one.amount)}`).join('、'),
                  wide: true,
                },
              ]
            : []),
          ...('reason' in body ? [{ label: form.reason, value: body.reason, wide: true }] : []),
        ],
      },
      { type: 'text', style: 'small', text: kind === 'accountSettlement' ? form.notInvoice : form.notTaxed },
      {
        type: 'signatures',
        lines: [
          { label: form.clerk, value: clerk },
          {
            label: form.customerSigns,
            ...('signature' in body ? { value: signatureCell(body.signature, '') } : {}),
          },
          { label: form.seal },
        ],
      },
    ],
  };
}
