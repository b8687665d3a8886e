/** What the system's own dialogs say when the page cannot (Chinese only, like the menu). */
export const shell = {
  name: '前台台账',
  startFailed: '前台台账打不开。请重新打开；仍然不行时，请联系管理员，并附上资料文件夹里的 logs。',
  pageHung: '页面没有响应。已保存的记录都在，填写中的内容在草稿里。',
  wait: '继续等待',
  reload: '重新载入',
  pageKeepsFailing:
    '页面反复出错。已保存的记录都在，填写中的内容在草稿里。如果重新载入仍然出错，请联系管理员。',
  quit: '退出',
} as const;
