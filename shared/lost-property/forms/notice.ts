/** 招领启事: what may hang on the wall — never a hidden feature, an amount or a name (FORMS, DOMAIN §3.6). */
import type { FormDoc } from '../../forms/model';
import { fill } from '../../messages/fill';
import { lostProperty as words } from '../../messages/zh-CN/lost-property';

export interface NoticeRow {
  readonly no: string;
  readonly foundDay: string;
  readonly place: string;
  /** Name and public features. */
  readonly item: string;
}

/** Input of the form `lost-notice`. */
export interface NoticeInput {
  readonly club: string;
  readonly day: string;
  readonly keepDays: number;
  readonly rows: readonly NoticeRow[];
}

const form = words.form;

export function lostNotice({ club, day, keepDays, rows }: NoticeInput): FormDoc {
  return {
    paper: { size: 'A4', orientation: 'portrait' },
    club,
    title: form.noticeTitle,
    subtitle: day,
    reference: day,
    blocks: [
      { type: 'text', text: form.noticeText },
      { type: 'space', mm: 2 },
      {
        type: 'table',
        columns: [
          { title: form.no, width: 40, noWrap: true },
          { title: form.foundDay, width: 26, noWrap: true },
          { title: form.place, width: 46 },
          { title: form.item, width: 78 },
        ],
        rows: rows.map((row) => [row.no, row.foundDay, row.place, row.item]),
      },
      { type: 'space', mm: 4 },
      { type: 'text', text: fill(form.noticeHow, { club, days: keepDays }) },
      { type: 'space', mm: 6 },
      { type: 'text', text: club, align: 'right' },
      { type: 'text', text: day, align: 'right' },
    ],
  };
}
