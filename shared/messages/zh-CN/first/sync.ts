/** Words of `sync` that the first page shows. */
export const syncFirst = {
  title: '多台同步',
  pillRunning: '正在同步',
  pillReceiving: '正在接收 {{count}} 条',
  pillUpToDate: '已同步',
  pillOffline: '离线',
  pillWaiting: '离线，待上传 {{count}} 条',
  pillStopped: '同步已停，请查看',
} as const;
