/** First words of printing. */
export const printingFirst = {
  title: '打印',
} as const;
