/** 遗留物品处理记录 of HR, A4 landscape (FORMS). */
import { civil } from '../../core/time';
import type { Column, FormDoc } from '../../forms/model';
import { periodText } from '../../forms/texts';
import { lostProperty as words } from '../../messages/zh-CN/lost-property';
import { custodyOf, eventsOf } from '../custody';
import type { FoundItem } from '../schema';

export interface DisposalRow {
  readonly no: string;
  readonly name: string;
  readonly handedDay: string;
  readonly noticeDay: string;
  readonly way: string;
  readonly destination: string;
  readonly day: string;
  readonly witness: string;
}

/** Input of the form `lost-disposals`. */
export interface DisposalInput {
  readonly club: string;
  /** Days of the treatment, both included. */
  readonly from: string;
  readonly to: string;
  readonly rows: readonly DisposalRow[];
}

const form = words.form;
const dayOf = (instant: string): string => civil(instant).slice(0, 10);

/** One row per treatment of an item by HR between two days, in order of time. */
export function disposalRows(items: readonly FoundItem[], from: string, to: string): readonly DisposalRow[] {
  return items
    .flatMap(({ body }) => {
      const events = eventsOf(body);
      const handed = events.find(({ type }) => type === 'handedOver');
      const noticeDay = custodyOf(body).noticeDay;
      const row = (
        at: string,
        quantity: number | null,
        way: string,
        destination: string,
        witness: string,
      ): DisposalRow => {
        const name = quantity !== null && body.quantity > 1 ? `${body.name} ×${quantity}` : body.name;
        return {
          no: body.no ?? '',
          name,
          handedDay: handed ? dayOf(handed.at) : '',
          noticeDay,
          way,
          destination,
          day: dayOf(at),
          witness,
        };
      };
      return events.flatMap((event) => {
        const witness = event.second?.name ?? '';
        if (event.type === 'stored') return [row(event.at, null, form.wayStored, event.place, witness)];
        if (event.type === 'toPolice')
          return [row(event.at, event.quantity, form.wayPolice, event.receiptNo, witness)];
        if (event.type === 'returned')
          return [row(event.at, event.quantity, form.wayReturned, event.claim.name, witness)];
        if (event.type !== 'disposed') return [];
        const way = `${form.wayDisposed}：${words.ground[event.ground]}${event.early ? form.early : ''}`;
        return [row(event.at, event.quantity, way, event.destination, witness)];
      });
    })
    .filter(({ day }) => day >= from && day <= to)
    .sort((a, b) => a.day.localeCompare(b.day));
}

const COLUMNS: readonly Column[] = [
  { title: form.index, width: 10, align: 'right', noWrap: true },
  { title: form.no, width: 40, noWrap: true },
  { title: form.item, width: 46 },
  { title: form.handedDay, width: 24, noWrap: true },
  { title: form.noticeDay, width: 24, noWrap: true },
  { title: form.way, width: 46 },
  { title: form.destination, width: 42 },
  { title: form.date, width: 24, noWrap: true },
  { title: form.witness, width: 21 },
];

export function disposalRecord({ club, from, to, rows }: DisposalInput): FormDoc {
  return {
    paper: { size: 'A4', orientation: 'landscape' },
    club,
    title: form.disposals,
    subtitle: periodText(from, to),
    reference: periodText(from, to),
    blocks: [
      {
        type: 'table',
        columns: COLUMNS,
        rows: rows.map((row, index) => [
          String(index + 1),
          row.no,
          row.name,
          row.handedDay,
          row.noticeDay,
          row.way,
          row.destination,
          row.day,
          row.witness,
        ]),
      },
      { type: 'signatures', lines: [{ label: form.hr }, { label: form.preparedBy }] },
    ],
  };
}
