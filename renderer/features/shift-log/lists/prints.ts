/** 《岗前/离岗检查表》 filled and blank, and the list of them as an Excel file (FORMS). */
import type { ChecklistSheetInput } from '@shared/checklists/forms/sheet';
import { itemsOf } from '@shared/checklists/rules';
import type { ChecklistType } from '@shared/checklists/schema';
import type { Period } from '@shared/core/period';
import { clock } from '@shared/core/time';
import { periodText } from '@shared/forms/texts';
import { shiftLog as words } from '@shared/messages/zh-CN/shift-log';
import { useDirectory } from '../../../data/directory';
import { exportList } from '../../../ui/export-list';
import { printForm } from '../../../ui/print/print-form';
import type { ListRow } from './list-rows';

const form = words.form;

const blankItems = (type: ChecklistType): ChecklistSheetInput['items'] =>
  itemsOf(type, useDirectory.getState().settings).map(({ text }) => ({
    text,
    ok: null,
    remark: '',
    seen: null,
  }));

function print(data: Omit<ChecklistSheetInput, 'club'>): void {
  const input: ChecklistSheetInput = { club: useDirectory.getState().settings.clubName, ...data };
  printForm({
    form: 'checklist',
    title: words.list.type[data.type],
    data: input,
    reference: data.day === '' ? '' : `${data.day}-${data.desk}`,
  });
}

/** A signed list as it was filled, an unsigned one to be filled by hand. */
export function printChecklist({ type, day, desk, shiftName, signed }: ListRow): void {
  print({
    type,
    day,
    desk,
    shift: shiftName,
    items: signed?.body.items ?? blankItems(type),
    signer: signed?.body.signer ?? null,
    late: signed?.body.late ?? false,
    added: (signed?.body.log ?? []).flatMap(({ act, reason }) =>
      act === 'checklist.addRemark' && reason ? [reason] : [],
    ),
  });
}

/** A sheet for any day, for when the power is out. */
export function printBlank(type: ChecklistType): void {
  print({
    type,
    day: '',
    desk: '',
    shift: '',
    items: blankItems(type),
    signer: null,
    late: false,
    added: [],
  });
}

const stateOf = ({ signed, red }: ListRow): string => {
  if (!signed) return red ? words.list.state.missed : words.list.state.missing;
  return signed.body.late ? words.list.state.late : words.list.state.signed;
};

export function exportChecklists(rows: readonly ListRow[], { from, to }: Period): Promise<void> {
  return exportList({
    register: 'checklists',
    title: words.list.title,
    of: periodText(from, to),
    columns: [
      { title: form.day, width: 12, value: ({ day }) => day },
      { title: form.shift, width: 8, value: ({ shiftName }) => shiftName },
      { title: form.desk, width: 6, value: ({ desk }) => desk },
      { title: words.list.title, width: 14, value: ({ type }) => words.list.type[type] },
      { title: form.state, width: 8, value: stateOf },
      { title: form.signer, width: 12, value: ({ signed }) => signed?.body.signer.name ?? '' },
      { title: form.time, width: 8, value: ({ signed }) => (signed ? clock(signed.at) : '') },
      {
        title: form.notOk,
        width: 50,
        value: ({ signed }) =>
          (signed?.body.items ?? [])
            .filter(({ ok }) => !ok)
            .map(({ text, remark }) => `${text}（${remark}）`)
            .join('；'),
      },
    ],
    rows: [...rows].reverse(),
  });
}
