/** Help of the shop's pages. */
import type { PageHelps } from '../../page-help';

export const shopHelp: PageHelps = {
  sales: {
    purpose: 'Sales at the desk: scan, take money, print, refund. The till must be open.',
    steps: [
      'Scan a barcode or type a name; “3*” before it makes three.',
      'Enter on the empty line goes to payment; the change is worked out.',
      'Somebody has to fetch something: F4 sets the basket aside, serve the next, then take it up again.',
      'Card, WeChat, Alipay: confirm when you see the money, enter the last digits.',
      'Member price, discount, gift and invoice with Alt+0; above the limit a lead confirms.',
      'A refund begins at the sale and goes back the way it was paid.',
    ],
  },
  stock: {
    purpose: 'What is on display and in store, and every movement.',
    steps: [
      'Goods that arrive are received against the delivery note, or from their order.',
      'Broken, used, given away or sent back: take them out with the reason; a lead confirms.',
      'Restock the display from the store.',
      'Quantities are sums and cannot be typed over: count, and a lead approves the difference.',
      'A negative quantity means that something was not recorded.',
    ],
  },
  orders: {
    purpose: 'Purchase orders, reorder suggestions and customer orders.',
    steps: [
      'Suggestions list what is below its reorder point; tick to make an order.',
      'A lead who did not write it approves; mark it as sent to the supplier.',
      'Receive it from the order, in parts if need be.',
      'What a customer orders is recorded here; Today reminds you when it has come.',
    ],
  },
  counts: {
    purpose: 'Morning count and month-end stocktake: goods against the books and the money.',
    steps: [
      'Begin in the early shift; type the quantity, Enter goes on; or count by scanner.',
      'Every line is saved; you can leave and go on later.',
      'Recount a difference, then write the reason.',
      'After submitting, the page says which products and which tender carry the difference.',
      'A lead who did not count approves; then the stock is put right.',
    ],
  },
  products: {
    purpose: 'Products, prices, suppliers; nothing new is sold before every clerk knows its facts.',
    steps: [
      'A lead adds a product with F2 or imports a sheet.',
      'Write its facts: what customers ask, what to answer.',
      'Clerks open it from Today and acknowledge.',
      'Then it goes on sale; a new price has a first day and old ones are kept.',
      'Print labels and the price list, and change them on the shelf.',
    ],
  },
  monthEnd: {
    purpose: 'Purchases, sales and stock of a month put right and frozen.',
    steps: [
      'Do the month-end stocktake first.',
      'Write a treatment for every difference.',
      'Go through the checks: money not deposited, counts not approved, tills still open.',
      'Finance closes; the month’s sheets no longer change; print and sign.',
      'Late records come into the next month; manager and finance reopen together.',
    ],
  },
};
