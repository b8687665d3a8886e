/** 岗前 / 离岗检查表, A4 portrait, filled or blank to tick by hand (FORMS). */
import type { Column, FormDoc } from '../../forms/model';
import { tickBox } from '../../forms/texts';
import { fill } from '../../messages/fill';
import { shiftLog as words } from '../../messages/zh-CN/shift-log';
import { staffText } from '../../signatures/signature';
import type { CheckedItem, ChecklistType } from '../schema';

/** Input of the form `checklist`. */
export interface ChecklistSheetInput {
  readonly club: string;
  readonly type: ChecklistType;
  /** '' on a blank sheet that is for any day. */
  readonly day: string;
  readonly desk: string;
  readonly shift: string;
  /** Items with what was found; `ok: null` on a blank sheet. */
  readonly items: readonly (Omit<CheckedItem, 'ok'> & { readonly ok: boolean | null })[];
  readonly signer: { readonly name: string; readonly at: string } | null;
  readonly late: boolean;
  /** What was added after signing. */
  readonly added: readonly string[];
}

const form = words.form;
const COLUMNS: readonly Column[] = [
  { title: form.index, width: 12, align: 'right', noWrap: true },
  { title: form.item, width: 78 },
  { title: form.ok, width: 18, align: 'center', noWrap: true },
  { title: form.notOk, width: 18, align: 'center', noWrap: true },
  { title: form.note, width: 54 },
];

export function checklistSheet(input: ChecklistSheetInput): FormDoc {
  const { club, type, day, desk, shift, items, signer, late, added } = input;
  const head = fill(form.listHead, {
    day: day || form.blankDay,
    shift: shift || form.blankShift,
    desk: desk || form.blankDesk,
  });
  return {
    paper: { size: 'A4', orientation: 'portrait' },
    club,
    title: words.list.type[type],
    subtitle: late ? `${head}　${words.list.late}` : head,
    ...(day === '' ? {} : { reference: `${day}-${desk}` }),
    blocks: [
      {
        type: 'table',
        columns: COLUMNS,
        rows: items.map(({ text, ok, remark, seen }, at) => [
          String(at + 1),
          text,
          tickBox(ok === true),
          tickBox(ok === false),
          [remark, seen === false ? form.seenNot : ''].filter(Boolean).join('；'),
        ]),
        fontSize: 10.5,
      },
      ...added.map((text) => ({ type: 'text' as const, text: `${form.added}${text}` })),
      {
        type: 'signatures',
        lines: [{ label: form.signer, ...(signer ? { value: staffText(signer) } : {}) }],
      },
    ],
  };
}
