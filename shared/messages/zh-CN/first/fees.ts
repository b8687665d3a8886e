/** Words of `fees` that the first page shows. */
export const feesFirst = {
  title: '收费',
  todayTile: '今日收费',
  todayTileDetail: '{{count}} 笔',
} as const;
