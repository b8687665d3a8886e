/** 个人信息副本: everything the records tell of one person, as a file for them; noted in the audit (DOMAIN §2). */
import { registerOf, type Person } from '@shared/customers/people';
import type { Placed } from '@shared/erasure/due';
import { customers as words } from '@shared/messages/zh-CN/customers';
import { today } from '../../data/session';
import { exportList } from '../../ui/export-list';
import { shownAs } from '../../ui/record-path';

const nameOf = (register: string): string =>
  (words.register as Readonly<Record<string, string>>)[register] ?? '';

/** Of free texts those that the person said or was told. */
function textOf({ doc }: Placed): string {
  const body = doc.body as unknown as Readonly<Record<string, unknown>>;
  return ['details', 'summary', 'request', 'answer', 'result', 'opinion', 'remark']
    .map((field) => body[field])
    .filter((text): text is string => typeof text === 'string' && text !== '')
    .join('；');
}

/** The file's name says nothing of the person. */
export function exportPerson(person: Person): Promise<void> {
  const names = [person, ...person.others].map(({ name, phone }) => `${name} ${phone}`).join('；');
  return exportList({
    register: person.id,
    title: words.copyTitle,
    of: today(),
    columns: [
      { title: words.copyColumns.person, width: 26, value: () => names },
      { title: words.copyColumns.register, width: 12, value: ({ doc }) => nameOf(registerOf(doc)) },
      { title: words.copyColumns.day, width: 12, value: ({ doc }) => doc.day },
      { title: words.copyColumns.no, width: 24, value: ({ doc }) => doc.body.no ?? '' },
      { title: words.copyColumns.matter, width: 40, value: ({ doc }) => shownAs(doc)?.detail ?? '' },
      { title: words.copyColumns.text, width: 60, value: textOf },
    ],
    rows: person.records,
  });
}
