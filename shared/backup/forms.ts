/** 备份恢复密钥: the sheet a club locks away at the first run. */
import type { FormDoc } from '../forms/model';
import { forms as words } from '../messages/zh-CN/forms';

export interface RecoveryKeyInput {
  readonly club: string;
  /** `YYYY-MM-DD`. */
  readonly day: string;
  /** As `formatRecoveryKey` writes it. */
  readonly key: string;
}

const text = words.recoveryKey;

/** A4 portrait, the key in figures and as a code to scan. */
export function recoveryKeySheet({ club, day, key }: RecoveryKeyInput): FormDoc {
  return {
    paper: { size: 'A4', orientation: 'portrait' },
    club,
    title: text.title,
    subtitle: day,
    reference: day,
    blocks: [
      { type: 'text', text: text.explain },
      { type: 'space', mm: 4 },
      {
        type: 'fields',
        perLine: 1,
        fields: [
          { label: text.club, value: club, wide: true },
          { label: text.key, value: key, wide: true },
        ],
      },
      { type: 'space', mm: 4 },
      { type: 'barcode', symbology: 'qrcode', text: key, widthMm: 34, heightMm: 34 },
      { type: 'space', mm: 4 },
      { type: 'text', text: text.keep, style: 'bold' },
      { type: 'signatures', lines: [{ label: text.madeBy }, { label: text.keptBy }, { label: text.keptBy }] },
    ],
  };
}
