/** The keyboard map. */
export const help = {
  new: '新登记',
  search: '查找全部记录',
  move: '在列表中移动',
  signOut: '给选中的来访登记离开',
  next: '到下一格',
  save: '保存表单',
  close: '关闭表单或记录（有未保存内容会先问）',
  print: '打印本页登记表',
  lock: '锁定屏幕，内容保留',
  help: '打开本说明',
} as const;
