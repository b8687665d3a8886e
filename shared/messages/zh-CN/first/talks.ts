/** First words of talks. */
export const talksFirst = {
  title: '接待洽谈',
} as const;
