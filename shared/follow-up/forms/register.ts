/** 《售后服务及回访记录表》, A4 landscape (FORMS). */
import type { Column, FormDoc } from '../../forms/model';
import { periodText } from '../../forms/texts';
import { followUp } from '../../messages/zh-CN/follow-up';
import type { FollowUpListRow } from '../rows';

/** Input of the form `follow-up-register`. Phones come masked unless the role may see them. */
export interface FollowUpRegisterInput {
  readonly club: string;
  /** Days, both included. */
  readonly from: string;
  readonly to: string;
  /** What the list was narrowed to, or ''. */
  readonly filter: string;
  readonly rows: readonly FollowUpListRow[];
}

const words = followUp.form;

/** Millimetres; together the printable width of A4 landscape (279). */
const COLUMNS: readonly (readonly [Column, (row: FollowUpListRow, index: number) => string])[] = [
  [{ title: words.index, width: 10, align: 'right', noWrap: true }, (_row, index) => String(index + 1)],
  [{ title: words.date, width: 20, noWrap: true }, ({ date }) => date],
  [{ title: words.customer, width: 22 }, ({ name }) => name],
  [{ title: words.phone, width: 25, noWrap: true }, ({ phone }) => phone],
  [
    { title: words.matter, width: 68 },
    ({ summary, originNo }) => (originNo === '' ? summary : `${summary}（${originNo}）`),
  ],
  [{ title: words.way, width: 18, noWrap: true }, ({ way }) => way],
  [{ title: words.tries, width: 10, align: 'right', noWrap: true }, ({ tries }) => tries],
  [{ title: words.result, width: 20 }, ({ result }) => result],
  [{ title: words.satisfaction, width: 18, noWrap: true }, ({ satisfaction }) => satisfaction],
  [{ title: words.opinion, width: 50 }, ({ opinion }) => opinion],
  [{ title: words.caller, width: 18 }, ({ caller }) => caller],
];

export function followUpRegister({ club, from, to, filter, rows }: FollowUpRegisterInput): FormDoc {
  const period = periodText(from, to);
  return {
    paper: { size: 'A4', orientation: 'landscape' },
    club,
    title: words.registerTitle,
    subtitle: [period, filter].filter(Boolean).join('　'),
    reference: period,
    blocks: [
      {
        type: 'table',
        columns: COLUMNS.map(([column]) => column),
        rows: rows.map((row, index) => COLUMNS.map(([, cell]) => cell(row, index))),
      },
    ],
  };
}
