/** Words of `backup` that the first page shows. */
export const backupFirst = {
  title: '备份与恢复',
} as const;
