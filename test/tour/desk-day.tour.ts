/** A scripted day at the desk in the real app: pictures and printed forms in `out/tour/` (npm run tour). */
import { existsSync } from 'node:fs';
import path from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { signInAs, type Desk } from '../helpers/app';
import { feeSteps } from './steps/fees';
import { frameSteps } from './steps/frame';
import { setUpClub } from './steps/first-run';
import { leadSteps } from './steps/lead';
import { loanSteps } from './steps/loans';
import { lostSteps } from './steps/lost-property';
import { rosterSteps } from './steps/roster';
import { saleSteps } from './steps/sales';
import { serviceSteps } from './steps/service';
import { settingsSteps } from './steps/settings';
import { shiftSteps } from './steps/shift-log';
import { shopSteps } from './steps/shop';
import { visitSteps } from './steps/visits';
import { clearFolder, endTour, FOLDER, picture, startDemoTour, startTour } from './tour';

/** Every printed form, under the name it has in the club. */
const FORMS = [
  '备份恢复密钥',
  '客户来访登记表',
  '在场人员名单',
  '遗留物品登记表',
  '认领单',
  '遗留物品移交单',
  '招领启事',
  '报失登记表',
  '遗留物品处理记录',
  '标签',
  '工作单',
  '工作单登记表',
  '客户接待洽谈记录',
  '售后服务及回访记录表',
  '月回访统计表',
  '客户投诉处理单',
  '投诉登记表',
  '投诉归档清单',
  '销售小票',
  '退货小票',
  '收费收据',
  '收费登记表',
  '卡证票据领用月表',
  '押金单',
  '退还单',
  '押金租借登记表',
  '代收小费登记表',
  '早班清点表',
  '库存表',
  '交接班现金交接单',
  '商品进销存月报',
  '月度库存盘点表',
  '挂账明细及结算单',
  '经营统计表',
  '值班表',
  '调班申请单',
  '请假单',
  '考勤月表',
  '交接班记录',
  '周例会记录',
  '紧急事件报告',
  '客户来电登记表',
  '在线客服受理记录表',
  '统一答复手册',
  '月度客户服务统计表',
  '客户接待周报',
  '部门年度回访计划书',
  '月度回访意见书',
  '打印测试页',
];

describe('a new club', () => {
  it('is set up', async () => {
    clearFolder();
    const desk = await startTour();
    await setUpClub(desk.page);
    await endTour(desk);
  });
});

describe('a day at the demo club', () => {
  let desk: Desk;
  beforeAll(async () => {
    desk = await startDemoTour();
    await picture(desk.page, '登录');
    await signInAs(desk.page, '1001');
    await picture(desk.page, '今日');
  });
  afterAll(() => endTour(desk));

  for (const [name, step] of [
    ...visitSteps,
    ...lostSteps,
    ...serviceSteps,
    ...saleSteps,
    ...shopSteps,
    ...feeSteps,
    ...loanSteps,
    ...rosterSteps,
    ...shiftSteps,
    ...frameSteps,
    ...leadSteps,
    ...settingsSteps,
  ])
    it(name, async () => {
      await step(desk.page);
    });

  it('leaves its printed forms', () => {
    for (const title of FORMS) expect(existsSync(path.join(FOLDER, `${title}.pdf`))).toBe(true);
  });
});
