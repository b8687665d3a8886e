/** Words of the sale screen, refunds and receipts. */
export const sales = {
  title: 'Sale',
} as const;

export const salesRefusal = {
  saleEmpty: 'Nothing here yet: scan or pick a product',
  saleTooLarge: 'The total is too large: check quantities and prices',
  notYetOnSale: '{{name}} is not on sale until everyone has acknowledged its facts',
  offSale: '{{name}} was taken off sale',
  badQuantity: 'A whole number from 1 to {{max}}',
  discountTooHigh: 'More is given away than it costs',
  notSignatory: 'Choose somebody who may sign',
  refundTooMany: 'At most {{left}} can come back',
  refundEmpty: 'Enter how many come back',
  refundTooOften: 'This sale was refunded too often: ask the lead',
  refundOtherTender: 'Money goes back as it came: less was paid this way',
} as const;
