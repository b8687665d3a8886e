/** The log of a talk in words. Phones stay masked in it. */
import type { LogEntry } from '@shared/core/envelope';
import { maskPhone } from '@shared/core/mask';
import type { Party } from '@shared/service/schema';
import { departmentName, staffName } from '../../data/directory';
import { t, type MessageKey } from '../../ui/i18n';
import { handedOverText } from '../../ui/service/hand-over';
import { dayTime } from '../../ui/typed';

/** `登记`, `审批通过` …: the command's type names its message. */
export function describeAct(entry: LogEntry): string {
  if (entry.act === 'matter.handOver') return handedOverText(entry);
  // Another feature's act that made a matter grow from this one.
  if (!entry.act.startsWith('talk.') || entry.changes?.[0]?.field === 'children')
    return t('talks.field.children');
  return t(`talks.act.${entry.act}` as MessageKey);
}

/** `约定时间：11-24 15:00 → 11-25 15:00`. */
export function describeChanges({ act, changes = [] }: LogEntry): string {
  if (act === 'matter.handOver') return '';
  return changes
    .map(({ field, from, to }) => {
      const label = t(`talks.field.${field}` as MessageKey);
      return from === null || from === ''
        ? `${label}：${valueText(field, to)}`
        : `${label}：${valueText(field, from)} → ${valueText(field, to)}`;
    })
    .join('；');
}

function valueText(field: string, value: unknown): string {
  if (value === null || value === '') return '—';
  switch (field) {
    case 'customer': {
      const { name, phone } = value as Party;
      return [name, maskPhone(phone)].filter(Boolean).join(' ');
    }
    case 'ground':
      return t(`talks.ground.${value as string}` as MessageKey);
    case 'department':
      return departmentName(value as string);
    case 'heldAt':
    case 'agreedAt':
      return dayTime(value as string);
    case 'approvedBy':
      return staffName(value as string);
    case 'children':
      return t(`service.kinds.${value as string}` as MessageKey);
    default:
      return value as string;
  }
}
