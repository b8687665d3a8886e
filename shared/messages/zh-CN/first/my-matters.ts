/** First words of my open matters. */
export const myMattersFirst = {
  title: '我的事项',
} as const;
