/** 《调班申请单》《请假单》 and the lists of swaps and leaves as Excel files. */
import type { Period } from '@shared/core/period';
import { dateTimeCell } from '@shared/forms/texts';
import { roster as words } from '@shared/messages/zh-CN/roster';
import { dayTitle } from '@shared/roster/forms/roster-sheet';
import type { LeaveSlipInput, SwapSlipInput } from '@shared/roster/forms/request-slips';
import type { Leave, Swap } from '@shared/roster/schema';
import { shiftName } from '@shared/roster/words';
import { useDirectory } from '../../data/directory';
import { exportList } from '../../ui/export-list';
import { printForm } from '../../ui/print/print-form';

/** Forms are Chinese always. */
function shiftCell(day: string, shift: string): string {
  const { shifts } = useDirectory.getState().settings;
  return day === '' ? '' : `${dayTitle(day)} ${shiftName(shifts, shift)}`;
}

export function printSwap({ body, status, at }: Swap): void {
  const data: SwapSlipInput = {
    club: useDirectory.getState().settings.clubName,
    body,
    status,
    at,
    shiftText: shiftCell(body.day, body.shift),
    returnText: shiftCell(body.returnDay, body.returnShift),
  };
  printForm({ form: 'swap-slip', title: words.form.swapTitle, data, reference: body.no ?? '' });
}

/** @param late minutes an emergency was told too late */
export function printLeave({ body, status, at }: Leave, late: number): void {
  const { clubName, shifts } = useDirectory.getState().settings;
  const data: LeaveSlipInput = {
    club: clubName,
    body,
    status,
    at,
    shiftText: body.shift === '' ? words.leaves.allDay : shiftName(shifts, body.shift),
    late,
  };
  printForm({ form: 'leave-slip', title: words.form.leaveTitle, data, reference: body.no ?? '' });
}

export async function exportSwaps(swaps: readonly Swap[], { from, to }: Period): Promise<void> {
  const w = words.swaps;
  await exportList<Swap>({
    register: 'swaps',
    title: words.form.swapTitle,
    of: `${from}_${to}`,
    columns: [
      { title: w.no, width: 22, value: ({ body }) => body.no ?? '' },
      { title: w.applicant, width: 12, value: ({ body }) => body.applicantName },
      { title: w.own, width: 20, value: ({ body }) => shiftCell(body.day, body.shift) },
      { title: w.colleague, width: 12, value: ({ body }) => body.colleagueName },
      {
        title: w.back,
        width: 20,
        value: ({ body }) => shiftCell(body.returnDay, body.returnShift) || w.gives,
      },
      { title: w.reason, width: 30, value: ({ body }) => body.reason },
      { title: w.state, width: 12, value: ({ status }) => w.status[status] },
      { title: w.decided, width: 16, value: ({ body }) => body.decision?.name ?? '' },
    ],
    rows: swaps,
  });
}

export async function exportLeaves(leaves: readonly Leave[], { from, to }: Period): Promise<void> {
  const w = words.leaves;
  const { shifts } = useDirectory.getState().settings;
  await exportList<Leave>({
    register: 'leaves',
    title: words.form.leaveTitle,
    of: `${from}_${to}`,
    columns: [
      { title: w.no, width: 22, value: ({ body }) => body.no ?? '' },
      { title: w.person, width: 12, value: ({ body }) => body.name },
      { title: w.type, width: 10, value: ({ body }) => w.kind[body.type] },
      { title: w.emergencyTag, width: 8, value: ({ body }) => (body.emergency ? w.emergencyTag : '') },
      { title: w.from, width: 12, value: ({ body }) => body.from },
      { title: w.to, width: 12, value: ({ body }) => body.to },
      {
        title: w.shift,
        width: 10,
        value: ({ body }) => (body.shift === '' ? w.allDay : shiftName(shifts, body.shift)),
      },
      { title: w.toldAt, width: 18, value: ({ body }) => dateTimeCell(body.toldAt) },
      { title: w.reason, width: 30, value: ({ body }) => body.reason },
      { title: w.state, width: 12, value: ({ status }) => w.status[status] },
    ],
    rows: leaves,
  });
}
