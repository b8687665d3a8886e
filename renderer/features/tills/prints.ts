/** What is printed of tills (FORMS). */
import { tills as words } from '@shared/messages/zh-CN/tills';
import { tillSheetOf } from '@shared/tills/forms/till-sheet';
import type { Till } from '@shared/tills/till';
import { useDirectory } from '../../data/directory';
import { printForm } from '../../ui/print/print-form';

/** 交接班现金交接单 of a closed session. */
export function printSheet(till: Till): void {
  const { clubName, denominations } = useDirectory.getState().settings;
  const data = tillSheetOf(till, clubName, denominations);
  printForm({ form: 'till-sheet', title: words.form.sheet, data, reference: data.no });
}
