/** No page is without its help, in both languages. */
import { expect, it } from 'vitest';
import { pageHelp as en } from '@shared/messages/en/page-help';
import { pageHelp as zhCN } from '@shared/messages/zh-CN/page-help';
import { FEATURES } from '../../../renderer/app/features';

it('every feature, Today and the settings say what they are for, in three to six steps', () => {
  for (const id of ['today', 'settings', ...FEATURES.map((feature) => feature.id)]) {
    const help = zhCN[id];
    expect(help, id).toBeDefined();
    expect(help?.purpose.length, id).toBeGreaterThan(10);
    expect(help?.steps.length, id).toBeGreaterThanOrEqual(3);
    expect(help?.steps.length, id).toBeLessThanOrEqual(6);
  }
});

it('English says as much, without Chinese', () => {
  expect(Object.keys(en)).toEqual(Object.keys(zhCN));
  expect(JSON.stringify(en)).not.toMatch(/\p{Script=Han}/u);
  for (const [id, { steps }] of Object.entries(zhCN)) expect(en[id]?.steps.length, id).toBe(steps.length);
});
