/** The listed matters as an Excel file, e.g. for the meeting at shift end. */
import { NEVER_DUE } from '@shared/core/envelope';
import { dateTimeCell } from '@shared/forms/texts';
import { myMatters as words } from '@shared/messages/zh-CN/my-matters';
import { service } from '@shared/messages/zh-CN/service';
import type { MatterBody, Responsible } from '@shared/service/schema';
import { staffName } from '../../data/directory';
import { today } from '../../data/session';
import { exportList } from '../../ui/export-list';

export function exportMatters(matters: readonly Responsible[]): Promise<void> {
  return exportList<Responsible>({
    register: 'myMatters',
    title: words.sheet,
    of: today(),
    rows: matters,
    columns: [
      { title: words.no, width: 22, value: ({ body }) => body.no ?? '' },
      {
        title: words.kind,
        width: 12,
        value: ({ kind }) => service.kinds[kind as keyof typeof service.kinds],
      },
      {
        title: words.summary,
        width: 50,
        value: ({ body }) => ('summary' in body ? (body as MatterBody).summary : ''),
      },
      {
        title: service.customer,
        width: 14,
        value: ({ body }) => ('customer' in body ? (body as MatterBody).customer.name : ''),
      },
      { title: service.responsible, width: 12, value: ({ key }) => staffName(key) },
      { title: words.due, width: 18, value: ({ dueAt }) => (dueAt === NEVER_DUE ? '' : dateTimeCell(dueAt)) },
    ],
  });
}
