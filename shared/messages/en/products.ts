/** Words of products, prices and suppliers. */
export const products = {
  title: 'Products',
} as const;

export const productsRefusal = {
  priceTooHigh: 'Above one million yuan: check it',
  memberPriceHigher: 'Members cannot pay more than the price',
  codeTaken: 'Already used for {{name}}',
  packBarcodeSame: 'The pack needs a barcode of its own',
  priceInPast: 'A new price begins today or later: what was sold stays',
  nothingToAcknowledge: 'You have acknowledged these already',
  factsUnread: '{{product}} cannot be sold yet: {{names}} have not acknowledged its facts',
} as const;
