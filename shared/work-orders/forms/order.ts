/** 工作单, A4 portrait: what is asked of which department, what was done, what the customer said (FORMS). */
import type { Block, Column, FormDoc } from '../../forms/model';
import { dateTimeCell } from '../../forms/texts';
import { fill } from '../../messages/fill';
import { service } from '../../messages/zh-CN/service';
import { workOrders as words } from '../../messages/zh-CN/work-orders';
import { staffText } from '../../signatures/signature';
import type { WorkOrder } from '../schema';
import { liveParts, stageOf } from '../state';

/** Input of the form `work-order`. */
export interface WorkOrderInput {
  readonly club: string;
  readonly order: WorkOrder;
  /** As the role may see it. */
  readonly phone: string;
  /** Names by id of all staff and departments that the order names. */
  readonly names: Readonly<Record<string, string>>;
}

const form = words.form;

const PARTS: readonly Column[] = [
  { title: form.index, width: 10, align: 'right', noWrap: true },
  { title: form.department, width: 24 },
  { title: form.assignee, width: 22 },
  { title: form.content, width: 56 },
  { title: form.due, width: 24 },
  { title: form.accepted, width: 22 },
  { title: form.partState, width: 22 },
];
const HANDLING: readonly Column[] = [
  { title: form.time, width: 32, noWrap: true },
  { title: form.department, width: 28 },
  { title: form.text, width: 92 },
  { title: form.by, width: 28 },
];

/** Lines of 处理情况 to be written by hand while a department has said nothing. */
const BLANK_LINES = 4;

export function workOrderForm({ club, order, phone, names }: WorkOrderInput): FormDoc {
  const { body, at, by, key } = order;
  const nameOf = (id: string): string => names[id] ?? '';
  const parts = liveParts(body);
  const no = body.no ?? '';
  const said = body.confirmations.at(-1);
  const departmentOf = (id: string): string =>
    nameOf(body.parts.find((part) => part.id === id)?.department ?? '');
  const handling = body.progress.map((one) => [
    dateTimeCell(one.at),
    departmentOf(one.part),
    one.text,
    one.toldBy === '' ? nameOf(one.by) : `${nameOf(one.by)}${fill(words.told, { name: one.toldBy })}`,
  ]);
  const extra = [
    ...body.extensions.map(({ department, to, state, reason }) =>
      [
        nameOf(department),
        fill(words.extendedTo, { to: dateTimeCell(to), state: words.extensionState[state] }),
        reason,
      ].join('　'),
    ),
    ...body.escalations.map(({ level, to, at: when, reason }) =>
      [dateTimeCell(when), fill(words.escalatedTo, { level: words.level[level], to }), reason].join('　'),
    ),
  ];
  const source = body.origin
    ? `${service.kinds[body.origin.kind as keyof typeof service.kinds]} ${body.origin.no}`
    : form.direct;
  const blocks: readonly Block[] = [
    { type: 'barcode', symbology: 'qrcode', text: no, widthMm: 24, heightMm: 24 },
    {
      type: 'fields',
      perLine: 2,
      fields: [
        { label: form.source, value: source },
        { label: form.category, value: body.category },
        { label: form.customer, value: body.customer.name || words.noCustomer },
        { label: form.phone, value: phone },
        { label: form.responsible, value: nameOf(key) },
        { label: form.due, value: dateTimeCell(body.due) },
        { label: form.summary, value: body.summary, wide: true, minLines: 2 },
      ],
    },
    {
      type: 'table',
      columns: PARTS,
      rows: parts.map(({ department, assignee, content, due, acceptedAt, state }, index) => [
        String(index + 1),
        nameOf(department),
        assignee,
        content,
        dateTimeCell(due),
        dateTimeCell(acceptedAt),
        words.partState[state],
      ]),
    },
    { type: 'text', text: form.handling, style: 'bold' },
    {
      type: 'table',
      columns: HANDLING,
      rows: handling.length > 0 ? handling : Array.from({ length: BLANK_LINES }, () => ['', '', '', '']),
    },
    ...(extra.length > 0
      ? [
          {
            type: 'fields',
            perLine: 1,
            fields: [{ label: form.extensions, value: extra.join('\n') }],
          } as const,
        ]
      : []),
    {
      type: 'fields',
      perLine: 1,
      fields: [
        {
          label: form.customerSays,
          value: said
            ? [
                `${words.confirmResult[said.result]}（${words.way[said.way]}）`,
                said.note,
                dateTimeCell(said.at),
              ]
                .filter(Boolean)
                .join('　')
            : form.blankConfirm,
          minLines: 2,
        },
      ],
    },
    {
      type: 'signatures',
      lines: [
        { label: form.dispatchedBy, value: staffText({ name: nameOf(by), at }) },
        { label: form.handledBy },
        {
          label: form.confirmedBy,
          ...(said && said.result !== 'dissatisfied'
            ? { value: staffText({ name: nameOf(said.by), at: said.at }) }
            : {}),
        },
      ],
    },
  ];
  return {
    paper: { size: 'A4', orientation: 'portrait' },
    club,
    title: form.order,
    subtitle: `${fill(form.no, { no })}　${words.stage[stageOf(order)]}`,
    ...(no === '' ? {} : { reference: no }),
    blocks,
  };
}
