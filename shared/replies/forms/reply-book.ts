/** 《统一答复手册》: the standard replies on paper, A4 portrait. */
import type { FormDoc } from '../../forms/model';
import { fill } from '../../messages/fill';
import { replies } from '../../messages/zh-CN/replies';

/** Input of the form `reply-book`. */
export interface ReplyBookInput {
  readonly club: string;
  /** Business day of the print. */
  readonly day: string;
  /** 禁用语 of the whole club. */
  readonly forbidden: readonly string[];
  readonly rows: readonly {
    readonly situation: string;
    readonly category: string;
    readonly wording: string;
    readonly forbidden: string;
    readonly version: number;
  }[];
}

const words = replies.form;

export function replyBook({ club, day, forbidden, rows }: ReplyBookInput): FormDoc {
  return {
    paper: { size: 'A4', orientation: 'portrait' },
    club,
    title: words.title,
    subtitle: day,
    reference: day,
    blocks: [
      {
        type: 'table',
        columns: [
          { title: words.index, width: 10, align: 'right', noWrap: true },
          { title: words.category, width: 22 },
          { title: words.situation, width: 40 },
          { title: words.wording, width: 84 },
          { title: words.forbidden, width: 22 },
          { title: words.version, width: 12, align: 'right', noWrap: true },
        ],
        rows: rows.map((row, index) => [
          String(index + 1),
          row.category,
          row.situation,
          row.wording,
          row.forbidden,
          String(row.version),
        ]),
      },
      ...(forbidden.length > 0
        ? [
            { type: 'space' as const, mm: 3 },
            { type: 'text' as const, text: fill(words.general, { words: forbidden.join('、') }) },
          ]
        : []),
      { type: 'signatures', lines: [{ label: words.preparedBy }, { label: words.approvedBy }] },
    ],
  };
}
