/** First words of emergencies: their line on Today. */
export const incidentsFirst = {
  title: '紧急事件',
  todayOpen: '紧急事件处理中：{{what}}',
  todayDetail: '{{no}} · {{level}} · {{place}} · 已通知 {{told}}/{{all}} 人',
  todayGo: '处理',
} as const;
