/** First words of emergencies: the side bar's. */
export const incidentsFirst = {
  title: '紧急事件',
} as const;
