/** 打印测试页: shows a club that its printer prints Chinese, rules, codes and the page's edges. */
import { forms as words } from '../messages/zh-CN/forms';
import type { FormDoc } from './model';

/** Input of the form `test-page`. */
export interface TestPageInput {
  readonly club: string;
  /** `YYYY-MM-DD`. */
  readonly day: string;
}

const text = words.testPage;

/** 打印测试页, A4 portrait. */
export function testPage({ club, day }: TestPageInput): FormDoc {
  return {
    paper: { size: 'A4', orientation: 'portrait' },
    club,
    title: text.title,
    subtitle: day,
    reference: day,
    blocks: [
      { type: 'text', text: text.explain },
      {
        type: 'fields',
        perLine: 2,
        fields: [
          { label: text.common, value: text.commonSample },
          { label: text.rare, value: text.rareSample },
          { label: text.latin, value: 'ABCDEFG abcdefg 0123456789' },
          { label: text.signs, value: '¥1,234.50 ㎡ № ① ② ③ □ ■' },
        ],
      },
      { type: 'barcode', symbology: 'code128', text: `TEST-${day}`, widthMm: 60, heightMm: 14 },
      { type: 'signatures', lines: [{ label: text.checkedBy }, { label: text.date }] },
    ],
  };
}
