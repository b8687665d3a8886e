/** First words of the service figures. */
export const serviceFiguresFirst = {
  title: '客户服务统计',
} as const;
