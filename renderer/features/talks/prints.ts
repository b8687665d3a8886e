/** What is printed and exported of talks (FORMS). */
import { maskPhone } from '@shared/core/mask';
import type { Period } from '@shared/core/period';
import { PHONE_ROLES, hasRole } from '@shared/core/roles';
import { dateTimeCell, periodText } from '@shared/forms/texts';
import { talks as words } from '@shared/messages/zh-CN/talks';
import type { TalkFormInput } from '@shared/talks/forms/talk';
import type { Talk } from '@shared/talks/schema';
import { staffName, useDirectory } from '../../data/directory';
import { useSession } from '../../data/session';
import { exportList } from '../../ui/export-list';
import { printForm } from '../../ui/print/print-form';

/** Masked unless the role may see it. */
function shownPhone(phone: string): string {
  return hasRole(useSession.getState().actor?.roles ?? [], PHONE_ROLES) ? phone : maskPhone(phone);
}

/** 客户接待洽谈记录: the customer's own record, which they sign, so their phone stands there in full. */
export function printTalk(talk: Talk): void {
  const data: TalkFormInput = {
    club: useDirectory.getState().settings.clubName,
    talk,
    receivedBy: staffName(talk.by),
  };
  printForm({ form: 'talk', title: words.form.talk, data, reference: talk.body.no ?? '' });
}

/** @param talks oldest first */
export function exportTalks(talks: readonly Talk[], { from, to }: Period): Promise<void> {
  const { field } = words;
  return exportList<Talk>({
    register: 'talks',
    title: words.form.register,
    of: periodText(from, to),
    rows: talks,
    columns: [
      { title: field.no, width: 22, value: ({ body }) => body.no ?? '' },
      { title: field.day, width: 12, value: ({ day }) => day },
      { title: field.customer, width: 12, value: ({ body }) => body.customer.name },
      { title: field.phone, width: 14, value: ({ body }) => shownPhone(body.customer.phone) },
      { title: field.ground, width: 18, value: ({ body }) => words.ground[body.ground] },
      { title: field.heldAt, width: 18, value: ({ body }) => dateTimeCell(body.heldAt) },
      { title: field.place, width: 16, value: ({ body }) => body.place },
      { title: field.summary, width: 40, value: ({ body }) => body.summary },
      { title: field.request, width: 36, value: ({ body }) => body.request },
      { title: field.weSaid, width: 36, value: ({ body }) => body.weSaid },
      { title: field.agreedAt, width: 18, value: ({ body }) => dateTimeCell(body.agreedAt) },
      { title: field.handler, width: 12, value: ({ body }) => body.handler },
      { title: field.decision, width: 12, value: ({ body }) => body.decision.lead?.name ?? '' },
      { title: field.result, width: 40, value: ({ body }) => body.result },
      { title: field.state, width: 12, value: ({ status }) => words.status[status] },
      { title: field.archiveNo, width: 16, value: ({ body }) => body.archiveNo },
      { title: field.responsible, width: 12, value: ({ key }) => staffName(key) },
    ],
  });
}
