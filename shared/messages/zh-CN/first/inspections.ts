/** First words of inspections. */
export const inspectionsFirst = {
  title: '检查考核',
} as const;
