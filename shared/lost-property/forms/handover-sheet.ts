/** 遗留物品移交单, A4 landscape, with both signatures (FORMS). */
import { civil } from '../../core/time';
import type { Column, FormDoc } from '../../forms/model';
import { fill } from '../../messages/fill';
import { lostProperty as words } from '../../messages/zh-CN/lost-property';
import { signatureCell } from '../../signatures/signature';
import type { HandoverBody } from '../schema';

/** Input of the form `lost-handover`. */
export interface HandoverSheetInput {
  readonly club: string;
  readonly body: HandoverBody;
}

const form = words.form;
const COLUMNS: readonly Column[] = [
  { title: form.index, width: 10, align: 'right', noWrap: true },
  { title: form.no, width: 38, noWrap: true },
  { title: form.item, width: 36 },
  { title: form.features, width: 52 },
  { title: form.quantity, width: 13, align: 'right', noWrap: true },
  { title: form.bag, width: 20, noWrap: true },
  { title: form.foundDay, width: 22, noWrap: true },
  { title: form.place, width: 30 },
  { title: form.days, width: 18, align: 'right', noWrap: true },
  { title: form.valueKind, width: 18, noWrap: true },
  { title: form.remark, width: 20 },
];

export function handoverSheet({ club, body }: HandoverSheetInput): FormDoc {
  const { lines, giver, receiver, archiveNo } = body;
  const day = civil(giver.at).slice(0, 10);
  const pieces = lines.reduce((sum, { quantity }) => sum + quantity, 0);
  const rows = lines.map((line, index) => [
    String(index + 1),
    line.no,
    line.name,
    line.features,
    String(line.quantity),
    line.bagNo,
    line.foundDay,
    line.place,
    String(line.days),
    words.valueKind[line.valueKind],
    line.remark,
  ]);
  return {
    paper: { size: 'A4', orientation: 'landscape' },
    club,
    title: form.handover,
    ...(body.no ? { reference: body.no } : {}),
    subtitle: fill(form.slipTime, { no: body.no ?? '', time: day }),
    blocks: [
      { type: 'table', columns: COLUMNS, rows, fillTo: 12 },
      { type: 'space', mm: 2 },
      { type: 'text', style: 'bold', text: fill(form.handoverCount, { items: lines.length, pieces }) },
      {
        type: 'signatures',
        lines: [
          { label: form.giver, value: signatureCell(giver, ''), date: day },
          {
            label: form.receiver,
            value: signatureCell(receiver, archiveNo),
            date:
              receiver.mode === 'later' || (receiver.mode === 'paper' && archiveNo === '')
                ? ''
                : civil(receiver.at).slice(0, 10),
          },
        ],
      },
    ],
  };
}
