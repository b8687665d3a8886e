/** 《调班申请单》 and 《请假单》: half a page each (FORMS). */
import type { Block, FormDoc } from '../../forms/model';
import { dateTimeCell, periodText } from '../../forms/texts';
import { fill } from '../../messages/fill';
import { roster as words } from '../../messages/zh-CN/roster';
import { staffText } from '../../signatures/signature';
import type { LeaveBody, LeaveStatus, SwapBody, SwapStatus } from '../schema';

/** Input of the form `swap-slip`; names of shifts as they stood when it was printed. */
export interface SwapSlipInput {
  readonly club: string;
  readonly body: SwapBody;
  readonly status: SwapStatus;
  /** ISO instant of the request. */
  readonly at: string;
  readonly shiftText: string;
  readonly returnText: string;
}

/** Input of the form `leave-slip`. */
export interface LeaveSlipInput {
  readonly club: string;
  readonly body: LeaveBody;
  readonly status: LeaveStatus;
  readonly at: string;
  readonly shiftText: string;
  /** Minutes told too late. */
  readonly late: number;
}

const form = words.form;

const paper = { size: 'A4-half', copies: [form.copyDesk] } as const;

function page(club: string, title: string, no: string, at: string, blocks: readonly Block[]): FormDoc {
  return {
    paper,
    club,
    title,
    subtitle: fill(form.numberAt, { no, time: dateTimeCell(at) }),
    reference: no,
    blocks,
  };
}

/** Half of A4 portrait: who swaps what with whom, and the three confirmations. */
export function swapSlip({ club, body, status, at, shiftText, returnText }: SwapSlipInput): FormDoc {
  const { answer, decision } = body;
  const note = [answer?.note, decision?.note].filter(Boolean).join('；');
  return page(club, form.swapTitle, body.no ?? '', at, [
    {
      type: 'fields',
      perLine: 2,
      fields: [
        { label: form.applicant, value: body.applicantName },
        { label: form.ownShift, value: shiftText },
        { label: form.colleagueName, value: body.colleagueName },
        { label: form.colleagueShift, value: returnText || form.giveAway },
        { label: form.reasonField, value: body.reason, wide: true, minLines: 2 },
        {
          label: form.result,
          value: fill(form.resultNote, { status: words.swaps.status[status], note }),
          wide: true,
        },
      ],
    },
    {
      type: 'signatures',
      lines: [
        { label: form.applicantSigns, value: staffText({ name: body.applicantName, at }) },
        { label: form.colleagueSigns, value: answer ? staffText(answer) : '' },
        { label: form.leadSigns, value: decision ? staffText(decision) : '' },
      ],
    },
  ]);
}

/** Half of A4 portrait: who is away when and why, and who approved it. */
export function leaveSlip({ club, body, status, at, shiftText, late }: LeaveSlipInput): FormDoc {
  const { decision } = body;
  const type = words.leaves.kind[body.type];
  const told = dateTimeCell(body.toldAt);
  return page(club, form.leaveTitle, body.no ?? '', at, [
    {
      type: 'fields',
      perLine: 2,
      fields: [
        { label: form.applicant, value: body.name },
        { label: form.leaveType, value: body.emergency ? fill(form.emergency, { type }) : type },
        { label: form.leaveSpan, value: periodText(body.from, body.to) },
        { label: form.leaveShift, value: shiftText },
        ...(body.emergency
          ? [
              {
                label: form.told,
                value: late > 0 ? fill(form.toldLate, { time: told, minutes: late }) : told,
                wide: true,
              },
            ]
          : []),
        { label: form.reasonField, value: body.reason, wide: true, minLines: 2 },
        {
          label: form.result,
          value: fill(form.resultNote, { status: words.leaves.status[status], note: decision?.note ?? '' }),
          wide: true,
        },
      ],
    },
    {
      type: 'signatures',
      lines: [
        { label: form.applicantSigns, value: body.emergency ? '' : staffText({ name: body.name, at }) },
        { label: form.leadSigns, value: decision ? staffText(decision) : '' },
      ],
    },
  ]);
}
