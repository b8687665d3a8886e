/** First words of work orders. */
export const workOrdersFirst = {
  title: '工作单',
} as const;
