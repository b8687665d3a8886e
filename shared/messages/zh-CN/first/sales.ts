/** Words of `sales` that the first page shows. */
export const salesFirst = {
  title: '销售',
  tile: '今日销售',
  tileDetail: '{{count}} 笔',
} as const;
