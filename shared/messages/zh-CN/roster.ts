/** Words of roster, swaps, attendance and leave. */
import { rosterFirst } from './first/roster';

export const roster = {
  ...rosterFirst,
  rest: '休',
} as const;

export const rosterRefusal = {
  tooManyCells: '一次最多排 {{most}} 格，请分几次排',
  shiftGone: '班次设置已改动，请刷新后再排',
  leadChangesPublished: '已发布的值班表由客服主管改动',
  rosterPublished: '这一段值班表已经发布',
  rosterEmpty: '还没有排任何班次，不能发布',
  gapsNeedReason: '还有 {{gaps}} 处人数不足，请写明为什么仍要发布',
} as const;
