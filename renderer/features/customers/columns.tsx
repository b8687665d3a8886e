/** Columns of the list of customers. */
import { maskPhone } from '@shared/core/mask';
import { registerOf, REGISTERS, type Person } from '@shared/customers/people';
import type { CustomerFlag } from '@shared/visits/schema';
import { t, type MessageKey } from '../../ui/i18n';
import type { RegisterColumn } from '../../ui/register-table';
import { flagText, identityText } from './words';

/** How many records of each register, those with none left out. */
function countsText({ records }: Person): string {
  const names = records.map(({ doc }) => registerOf(doc));
  return Object.keys(REGISTERS)
    .map((name) => ({ name, count: names.filter((one) => one === name).length }))
    .filter(({ count }) => count > 0)
    .map(({ name, count }) => `${t(`customers.register.${name}` as MessageKey)} ${count}`)
    .join('　');
}

/** @param full phones show in full */
export function customerColumns(
  flags: ReadonlyMap<string, readonly CustomerFlag[]>,
  full: boolean,
): readonly RegisterColumn<Person>[] {
  return [
    {
      key: 'name',
      title: t('service.name'),
      width: 'minmax(90px, 0.8fr)',
      render: ({ name, others }) => (
        <>
          {name}
          {others.length > 0 && (
            <span className="quiet small"> {t('customers.alsoCount', { count: others.length })}</span>
          )}
        </>
      ),
      sort: ({ name }) => name,
    },
    {
      key: 'phone',
      title: t('service.phone'),
      width: '116px',
      render: ({ phone }) => (full ? phone : maskPhone(phone)),
    },
    {
      key: 'identity',
      title: t('service.identity'),
      width: '120px',
      render: identityText,
      sort: identityText,
      wideOnly: true,
    },
    {
      key: 'flags',
      title: t('customers.field.flags'),
      width: '130px',
      render: ({ id }) =>
        (flags.get(id) ?? []).map((flag) => (
          <span key={flag.id} className={flag.status === 'proposed' ? 'tag' : 'tag due'}>
            {flagText(flag)}
          </span>
        )),
    },
    {
      key: 'records',
      title: t('customers.field.records'),
      width: 'minmax(120px, 2fr)',
      render: countsText,
      sort: ({ records }) => records.length,
    },
    {
      key: 'lastDay',
      title: t('customers.field.lastDay'),
      width: '104px',
      render: ({ lastDay }) => lastDay,
      sort: ({ lastDay }) => lastDay,
    },
  ];
}
