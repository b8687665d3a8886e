/** 服务检查评分表, A4 portrait, signed by inspector and inspected (FORMS). */
import type { Column, FormDoc } from '../../forms/model';
import { fill } from '../../messages/fill';
import { inspections as words } from '../../messages/zh-CN/inspections';
import { staffText } from '../../signatures/signature';
import { totalOf } from '../month';
import type { Inspection } from '../schema';

/** Input of the form `inspection-sheet`. */
export interface InspectionSheetInput {
  readonly club: string;
  readonly inspection: Inspection;
}

const { form, field } = words;
const COLUMNS: readonly Column[] = [
  { title: form.index, width: 12, align: 'right', noWrap: true },
  { title: field.item, width: 30 },
  { title: field.standard, width: 66 },
  { title: field.marks, width: 16, align: 'right', noWrap: true },
  { title: field.scored, width: 16, align: 'right', noWrap: true },
  { title: field.lost, width: 46 },
];

export function inspectionSheet({ club, inspection }: InspectionSheetInput): FormDoc {
  const { body, status, at } = inspection;
  const no = body.no ?? '';
  const { marks, scored } = totalOf(body.items);
  const { answer } = body;
  return {
    paper: { size: 'A4', orientation: 'portrait' },
    club,
    title: form.sheet,
    subtitle: fill(form.no, { no, state: words.status[status] }),
    ...(no === '' ? {} : { reference: no }),
    blocks: [
      {
        type: 'fields',
        perLine: 3,
        fields: [
          { label: form.person, value: body.personName },
          { label: form.inspector, value: body.inspectorName },
          { label: form.date, value: body.date },
        ],
      },
      {
        type: 'table',
        columns: COLUMNS,
        rows: body.items.map((item, index) => [
          String(index + 1),
          item.name,
          item.standard,
          String(item.marks),
          String(item.scored),
          item.remark,
        ]),
        totals: [['', form.total, '', String(marks), String(scored), '']],
        fontSize: 10,
      },
      { type: 'space', mm: 2 },
      {
        type: 'fields',
        perLine: 1,
        fields: [
          { label: form.remark, value: body.remark, minLines: 2 },
          { label: form.comment, value: answer.comment, minLines: 2 },
        ],
      },
      {
        type: 'signatures',
        lines: [
          { label: form.inspectorSigns, value: staffText({ name: body.inspectorName, at }) },
          {
            label: form.personSigns,
            ...(answer.state === 'waiting'
              ? {}
              : { value: staffText({ name: body.personName, at: answer.at }) }),
          },
        ],
      },
    ],
  };
}
