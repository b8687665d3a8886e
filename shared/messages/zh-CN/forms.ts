/** Words every printed form shares. Forms are Chinese whatever language the page shows, so there is no English. */
export const forms = {
  noRecords: '本期无记录',
  blankBelow: '以下空白',
  page: '第 {{page}} 页 共 {{pages}} 页',
  to: '至',
  confirmed: '工号确认',
  madeBy: '制表：',
  desk: '台',
  keptForEver: '长期保存',
  testPage: {
    title: '打印测试页',
    explain: '本页用于检查打印机：文字应清晰、表格线应完整、条码应能扫描，纸张四边不应缺字。',
    common: '常用字',
    commonSample: '前台台账 来访登记 遗留物品',
    rare: '生僻字',
    rareSample: '𬭚 𫖮 䶮 㛃 𬍛 𬬻',
    latin: '字母数字',
    signs: '符号',
    checkedBy: '检查人',
    date: '日期',
  },
} as const;
