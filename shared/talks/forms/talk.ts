/** 客户接待洽谈记录, A4 portrait, one per talk, signed by customer, lead and handler (FORMS). */
import { civil } from '../../core/time';
import type { FormDoc } from '../../forms/model';
import { dateTimeCell } from '../../forms/texts';
import { fill } from '../../messages/fill';
import { talks as words } from '../../messages/zh-CN/talks';
import { signatureCell, staffText } from '../../signatures/signature';
import type { Talk } from '../schema';

/** Input of the form `talk`. */
export interface TalkFormInput {
  readonly club: string;
  readonly talk: Talk;
  /** Name of who wrote it down. */
  readonly receivedBy: string;
}

const form = words.form;

export function talkForm({ club, talk, receivedBy }: TalkFormInput): FormDoc {
  const { body, status } = talk;
  const { customer, decision, signature } = body;
  const no = body.no ?? '';
  const approved = decision.state === 'approved' && decision.lead !== null;
  const signed =
    body.unsignedReason === ''
      ? signatureCell(signature, signature.mode === 'paper' ? signature.archiveNo : '')
      : fill(form.unsigned, { reason: body.unsignedReason });
  return {
    paper: { size: 'A4', orientation: 'portrait' },
    club,
    title: form.talk,
    subtitle: [
      body.archiveNo === '' ? fill(form.no, { no }) : fill(form.noArchive, { no, archiveNo: body.archiveNo }),
      ...(status === 'void' ? [form.void] : []),
    ].join('　'),
    ...(no === '' ? {} : { reference: no }),
    blocks: [
      {
        type: 'fields',
        perLine: 2,
        fields: [
          { label: form.customer, value: customer.name },
          { label: form.phone, value: customer.phone },
          { label: form.day, value: dateTimeCell(body.heldAt) },
          { label: form.place, value: body.place },
          { label: form.receivedBy, value: receivedBy },
          { label: form.ground, value: words.ground[body.ground] },
        ],
      },
      {
        type: 'fields',
        perLine: 1,
        fields: [
          { label: form.summary, value: body.summary, minLines: 4 },
          { label: form.request, value: body.request, minLines: 4 },
          { label: form.customerSaid, value: body.customerSaid, minLines: 4 },
          { label: form.weSaid, value: body.weSaid, minLines: 5 },
          {
            label: form.agreed,
            value: fill(form.agreedText, { time: dateTimeCell(body.agreedAt), name: body.handler }),
          },
          { label: form.decision, value: approved ? decision.note : '', minLines: 2 },
          { label: form.result, value: body.result, minLines: 5 },
        ],
      },
      {
        type: 'signatures',
        lines: [
          {
            label: form.customerSigns,
            value: signed,
            ...(signature.mode === 'screen' ? { date: civil(signature.at).slice(0, 10) } : {}),
          },
          {
            label: form.lead,
            ...(approved && decision.lead ? { value: staffText(decision.lead) } : {}),
          },
          { label: form.handler },
        ],
      },
    ],
  };
}
