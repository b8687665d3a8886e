/** Words of products, prices and suppliers. */
export const products = {
  title: '商品资料',
} as const;

export const productsRefusal = {
  priceTooHigh: '价格超过 100 万元，请核对',
  memberPriceHigher: '会员价不能高于售价',
  codeTaken: '已用于“{{name}}”',
  packBarcodeSame: '整件条码不能与单件相同',
  priceInPast: '新价格从今天或以后开始，已售出的不变',
  nothingToAcknowledge: '这些商品您都确认过了',
  factsUnread: '“{{product}}”还不能上架：{{names}} 尚未确认商品说明',
} as const;
