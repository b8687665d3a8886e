/** The log of a lost-property record in words. Phones stay masked in it. */
import { maskPhone } from '@shared/core/mask';
import { formatMoney } from '@shared/core/money';
import type { LogEntry } from '@shared/core/envelope';
import type { Feature, Finder, KnownOwner } from '@shared/lost-property/schema';
import { featuresText } from '@shared/lost-property/words';
import { staffName } from '../../data/directory';
import { t, type MessageKey } from '../../ui/i18n';
import { dayTime } from '../../ui/typed';

/** `登记入库`, `认领` …: the command's type names its message. */
export function describeAct({ act }: LogEntry): string {
  return t(`lostProperty.act.${act}` as MessageKey);
}

/** `拾获地点：出发台 → 更衣室`. */
export function describeChanges({ changes = [] }: LogEntry): string {
  return changes
    .map(({ field, from, to }) => {
      const label = t(`lostProperty.field.${field}` as MessageKey);
      return from === null
        ? `${label}：${valueText(field, to)}`
        : `${label}：${valueText(field, from)} → ${valueText(field, to)}`;
    })
    .join('；');
}

function valueText(field: string, value: unknown): string {
  if (value === null || value === '') return '—';
  switch (field) {
    case 'features':
      return featuresText(value as readonly Feature[], true) || '—';
    case 'finder':
    case 'owner': {
      const { name, phone } = value as Finder | KnownOwner;
      return [name, maskPhone(phone)].filter(Boolean).join(' ');
    }
    case 'amount':
      return formatMoney(value as number);
    case 'foundAt':
      return dayTime(value as string);
    case 'valueKind':
      return t(`lostProperty.valueKind.${value as string}` as MessageKey);
    case 'approvedBy':
    case 'second':
      return staffName(value as string);
    default:
      return `${value as string | number}`;
  }
}
