/** Where the basket at hand is kept. */
export const SALE_DRAFT = 'sale.make';
