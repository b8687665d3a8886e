/** Help of the pages about money. */
import type { PageHelps } from '../../page-help';

export const moneyHelp: PageHelps = {
  fees: {
    purpose:
      'Membership, coaching, locker and other fees with receipts; blank cards, agreements and receipt books.',
    steps: [
      'Press F2, choose the fee, go through its checklist.',
      'Customer, agreement, card and amount; take the money, print the receipt.',
      'A receipt is no invoice; mark what is to be invoiced and enter the number later.',
      'A lead reverses a mistake; the first record stays.',
      'Numbered papers are received, issued, spoilt and counted every month.',
    ],
  },
  accounts: {
    purpose: 'Prepaid member accounts, and firms that sign on account.',
    steps: [
      'Open an account with F2; a top-up is not a sale.',
      'Spending is paid in a sale by the account.',
      'On account only authorised people sign, within the limit.',
      'Settle in time; print a statement every month.',
      'Returning a balance needs a lead.',
    ],
  },
  loans: {
    purpose: 'Deposits, rentals and caddie tips: other people’s money.',
    steps: [
      'Press F2: item number, deposit, time of return; the customer signs.',
      'Give it back the way it was paid; keeping some needs a reason and a lead.',
      'What is late turns red on Today.',
      'A tip says for whom; whoever gets it signs.',
    ],
  },
  tills: {
    purpose: 'This desk’s till: opened, handed over or sealed, so that somebody always answers for it.',
    steps: [
      'Count the float by denomination when you open; recount a sealed one first.',
      'Small change and petty cash are paid in and out with their voucher.',
      'At the end count cash and enter the totals of card, WeChat and Alipay.',
      'A difference needs a reason, above the limit a lead; both clerks confirm.',
      'At night count, seal, put into the safe with a witness.',
    ],
  },
  deposits: {
    purpose: 'Money of the shifts handed to finance.',
    steps: [
      'Everything not yet deposited is listed and chosen.',
      'Check amounts and slips, enter the bank slip number.',
      'Finance confirms by PIN or on paper with its archive number.',
      'Print the slip; each side keeps one.',
      'Finance checks the cash month day by day.',
    ],
  },
};
