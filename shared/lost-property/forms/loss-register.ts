/** 报失登记表, A4 landscape (FORMS). */
import type { Column, FormDoc } from '../../forms/model';
import { periodText } from '../../forms/texts';
import { lostProperty as words } from '../../messages/zh-CN/lost-property';
import type { ReportRow } from '../rows';

/** Input of the form `loss-register`. */
export interface LossRegisterInput {
  readonly club: string;
  readonly from: string;
  readonly to: string;
  readonly rows: readonly ReportRow[];
}

const form = words.form;
const COLUMNS: readonly Column[] = [
  { title: form.index, width: 10, align: 'right', noWrap: true },
  { title: form.no, width: 37, noWrap: true },
  { title: form.date, width: 21, noWrap: true },
  { title: form.owner, width: 24 },
  { title: form.phone, width: 25, noWrap: true },
  { title: form.item, width: 32 },
  { title: form.features, width: 46 },
  { title: form.lostTime, width: 24 },
  { title: form.lostPlace, width: 26 },
  { title: form.match, width: 20 },
  { title: form.result, width: 12 },
];

export function lossRegister({ club, from, to, rows }: LossRegisterInput): FormDoc {
  const period = periodText(from, to);
  return {
    paper: { size: 'A4', orientation: 'landscape' },
    club,
    title: form.reports,
    subtitle: period,
    reference: period,
    blocks: [
      {
        type: 'table',
        columns: COLUMNS,
        rows: rows.map((row, index) => [
          String(index + 1),
          row.no,
          row.day,
          row.owner,
          row.phone,
          row.name,
          row.features,
          row.lost,
          row.place,
          row.match,
          row.result,
        ]),
      },
      { type: 'signatures', lines: [{ label: form.preparedBy }, { label: form.checkedBy }] },
    ],
  };
}
