/** Words that paper registers use for one and the same thing. They are matched, never shown. */
export const LIST_WORDS = {
  /** Headings of columns that nobody needs to be told about. */
  passedOver: [
    '序号',
    '拾获人签字',
    '领取人签字',
    '签字',
    '登记人',
    '经办人',
    '认领数量',
    '核对',
    '行',
    '没有导入的原因',
  ],
  claimed: ['已认领', '已领取', '已领', '认领', '领走', '已归还', '归还失主'],
  handedOver: ['已移交', '移交', '移交人事', '已移交人事行政', '已交人事'],
  disposed: ['已处理', '已处置', '处理', '销毁', '已销毁', '送交公安', '已送公安'],
  held: ['保管中', '保管', '在库', '未认领', '待领', '待认领'],
} as const;
