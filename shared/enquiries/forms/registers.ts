/** 《客户来电登记表》 and 《在线客服受理记录表》, A4 landscape (FORMS). */
import type { Block, Column, FormDoc } from '../../forms/model';
import { periodText } from '../../forms/texts';
import { enquiries } from '../../messages/zh-CN/enquiries';
import { totalsByCategory, type EnquiryRow } from '../rows';

/** Input of both forms. Rows come with phones masked unless the role may see them. */
export interface RegisterInput {
  readonly club: string;
  /** Business days, both included. */
  readonly from: string;
  readonly to: string;
  /** What the list was narrowed to, or ''. */
  readonly filter: string;
  readonly rows: readonly EnquiryRow[];
}

const words = enquiries.form;

type Cell = (row: EnquiryRow, index: number) => string;

/** Millimetres; together the printable width of A4 landscape (279). */
const PHONE_COLUMNS: readonly (readonly [Column, Cell])[] = [
  [{ title: words.index, width: 9, align: 'right', noWrap: true }, (_row, index) => String(index + 1)],
  [{ title: words.date, width: 17, noWrap: true }, ({ date }) => date],
  [{ title: words.time, width: 11, noWrap: true }, ({ time }) => time],
  [{ title: words.no, width: 29, noWrap: true }, ({ no }) => no],
  [{ title: words.caller, width: 18 }, ({ name }) => name],
  [{ title: words.identity, width: 12, noWrap: true }, ({ identity }) => identity],
  [{ title: words.phone, width: 21, noWrap: true }, ({ phone }) => phone],
  [{ title: words.category, width: 10, noWrap: true }, ({ category }) => category],
  [{ title: words.asked, width: 50 }, ({ summary }) => summary],
  [{ title: words.answer, width: 50 }, ({ answer }) => answer],
  [{ title: words.outcome, width: 20 }, ({ outcome }) => outcome],
  [{ title: words.callBack, width: 18, noWrap: true }, ({ callBack }) => callBack],
  [{ title: words.takenBy, width: 14 }, ({ takenBy }) => takenBy],
];

const ONLINE_COLUMNS: readonly (readonly [Column, Cell])[] = [
  [{ title: words.index, width: 9, align: 'right', noWrap: true }, (_row, index) => String(index + 1)],
  [{ title: words.date, width: 17, noWrap: true }, ({ date }) => date],
  [{ title: words.time, width: 11, noWrap: true }, ({ time }) => time],
  [{ title: words.channel, width: 17, noWrap: true }, ({ channel }) => channel],
  [{ title: words.customer, width: 20 }, ({ name }) => name],
  [{ title: words.contact, width: 22, noWrap: true }, ({ phone }) => phone],
  [{ title: words.question, width: 64 }, ({ summary }) => summary],
  [{ title: words.reply, width: 64 }, ({ answer }) => answer],
  [{ title: words.firstReply, width: 17, align: 'right', noWrap: true }, ({ firstReply }) => firstReply],
  [{ title: words.result, width: 22 }, ({ outcome }) => outcome],
  [{ title: words.clerk, width: 16 }, ({ takenBy }) => takenBy],
];

function totalsBlocks(rows: readonly EnquiryRow[]): readonly Block[] {
  const totals = totalsByCategory(rows);
  if (totals.length === 0) return [];
  const sum = totals.reduce((all, { count }) => all + count, 0);
  return [
    { type: 'space', mm: 3 },
    { type: 'text', text: words.totals, style: 'bold' },
    {
      type: 'table',
      columns: [
        { title: words.category, width: 24 },
        ...totals.map(({ category }): Column => ({ title: category, width: 20, align: 'right' })),
        { title: words.total, width: 20, align: 'right' },
      ],
      rows: [[words.count, ...totals.map(({ count }) => String(count)), String(sum)]],
    },
  ];
}

function register(
  { club, from, to, filter, rows }: RegisterInput,
  title: string,
  columns: readonly (readonly [Column, Cell])[],
  signatures: readonly string[],
): FormDoc {
  const period = periodText(from, to);
  return {
    paper: { size: 'A4', orientation: 'landscape' },
    club,
    title,
    subtitle: [period, filter].filter(Boolean).join('　'),
    reference: period,
    blocks: [
      {
        type: 'table',
        columns: columns.map(([column]) => column),
        rows: rows.map((row, index) => columns.map(([, cell]) => cell(row, index))),
      },
      ...totalsBlocks(rows),
      { type: 'signatures', lines: signatures.map((label) => ({ label })) },
    ],
  };
}

/** 《客户来电登记表》. */
export const phoneRegister = (input: RegisterInput): FormDoc =>
  register(input, words.phoneTitle, PHONE_COLUMNS, [words.preparedBy, words.checkedBy]);

/** 《在线客服受理记录表》: suggestions and what customers tell go to marketing, whose head signs for it. */
export const onlineRegister = (input: RegisterInput): FormDoc =>
  register(input, words.onlineTitle, ONLINE_COLUMNS, [words.preparedBy, words.receivedBy, words.date2]);
