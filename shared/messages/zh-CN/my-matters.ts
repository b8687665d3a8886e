/** Words of 我的事项: what somebody answers for until it is closed or handed over. */
import { myMattersFirst } from './first/my-matters';

export const myMatters = {
  ...myMattersFirst,
  hint: '首问负责：办结或移交给同事之前，由您负责',
  no: '编号',
  kind: '类别',
  summary: '事项',
  due: '期限',
  tick: '选择 {{no}}',
  tickAll: '全选',
  tickNone: '取消全选',
  handOver: '移交选中的 {{count}} 件',
  mine: '我负责',
  all: '全部未结',
  everybody: '全部责任人',
  personCount: '{{name}}（{{count}}）',
  allKinds: '全部类别',
  empty: '没有未办结的事项',
  emptyHint: '您接待、受理或派出的事项，办结前都列在这里',
  sheet: '未办结事项',
} as const;
