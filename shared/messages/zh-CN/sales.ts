/** Words of the sale screen, refunds and receipts. */
export const sales = {
  title: '销售',
} as const;

export const salesRefusal = {
  saleEmpty: '还没有商品，请扫码或选商品',
  saleTooLarge: '总额太大，请核对数量和价格',
  notYetOnSale: '“{{name}}”还没有上架，同事确认商品说明后才能卖',
  offSale: '“{{name}}”已下架，不能卖',
  badQuantity: '数量填 1 到 {{max}} 的整数',
  discountTooHigh: '优惠超过了金额',
  notSignatory: '请选有权签单的人',
  refundTooMany: '最多可退 {{left}}',
  refundEmpty: '请填要退的数量',
  refundTooOften: '这笔销售退得太多次了，请找主管',
  refundOtherTender: '按原支付方式退，这一种没有付这么多',
} as const;
