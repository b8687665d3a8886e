/** 投诉归档清单, A4 landscape: what was archived, by archive number (FORMS). */
import type { Column, FormDoc } from '../../forms/model';
import { periodText } from '../../forms/texts';
import { fill } from '../../messages/fill';
import { complaints as words } from '../../messages/zh-CN/complaints';
import type { ComplaintRow } from '../rows';

/** Input of the form `complaint-archive`. */
export interface ArchiveListInput {
  readonly club: string;
  readonly from: string;
  readonly to: string;
  readonly rows: readonly ComplaintRow[];
}

const form = words.form;

const COLUMNS: readonly Column[] = [
  { title: form.index, width: 10, align: 'right', noWrap: true },
  { title: form.archiveNo, width: 38, noWrap: true },
  { title: form.no, width: 36, noWrap: true },
  { title: form.receivedAt, width: 28, noWrap: true },
  { title: form.customer, width: 20 },
  { title: form.summary, width: 60 },
  { title: form.determination, width: 18 },
  { title: form.grade, width: 14, noWrap: true },
  { title: form.satisfaction, width: 18 },
  { title: form.archivedAt, width: 22, noWrap: true },
  { title: form.pages, width: 12 },
  { title: form.remark, width: 20 },
];

export function archiveList({ club, from, to, rows }: ArchiveListInput): FormDoc {
  const period = periodText(from, to);
  const archived = rows
    .filter(({ archiveNo }) => archiveNo !== '')
    .sort((a, b) => a.archiveNo.localeCompare(b.archiveNo, 'zh-CN'));
  return {
    paper: { size: 'A4', orientation: 'landscape' },
    club,
    title: form.archiveList,
    subtitle: period,
    reference: period,
    blocks: [
      {
        type: 'table',
        columns: COLUMNS,
        rows: archived.map((row, index) => [
          String(index + 1),
          row.archiveNo,
          row.no,
          row.receivedAt,
          row.customer,
          row.summary,
          row.determination,
          row.grade,
          row.satisfaction,
          row.archivedAt,
          '',
          '',
        ]),
      },
      ...(archived.length > 0
        ? [
            { type: 'space', mm: 2 } as const,
            { type: 'text', style: 'bold', text: fill(form.count, { count: archived.length }) } as const,
          ]
        : []),
      { type: 'signatures', lines: [{ label: form.archivist }, { label: form.receiver }] },
    ],
  };
}
