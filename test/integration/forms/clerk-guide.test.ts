/** 前台使用指南 on paper: one page, with whom to call. */
import { expect, it } from 'vitest';
import { clerkGuide } from '@shared/forms/clerk-guide';
import { pagesOfText, plainText, renderForm } from '../../helpers/pdf';

const CONTACTS = [
  { name: '火警', phone: '119' },
  { name: '急救', phone: '120' },
  { name: '报警', phone: '110' },
  { name: '物业值班室', phone: '0532-8888 6666' },
  { name: '球场救护站', phone: '0532-8888 6667' },
  { name: '总经理办公室', phone: '0532-8888 6601' },
  { name: '排不下的', phone: '0532-8888 0000' },
];

it.each([0, 2, 7])('is exactly one page with %i contacts', async (count) => {
  const form = await renderForm(
    clerkGuide({
      club: '青岛海湾国际高尔夫乡村俱乐部有限公司',
      day: '2026-11-27',
      contacts: CONTACTS.slice(0, count),
    }),
  );
  expect(form.pages).toBe(1);
  const text = plainText(form.file);
  for (const word of ['前台使用指南', '从开门到关门', '常用按键', '出了问题怎么办', '紧急事件：按F8'])
    expect(text.replace(/\s/g, '')).toContain(word);
  expect(pagesOfText(form.file)).toHaveLength(1);
  expect(text.includes('排不下的')).toBe(false);
});
