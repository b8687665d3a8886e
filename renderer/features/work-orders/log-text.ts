/** The log of a work order in words. Phones stay masked in it. */
import type { LogEntry } from '@shared/core/envelope';
import { maskPhone } from '@shared/core/mask';
import { departmentName, staffName } from '../../data/directory';
import { t, type MessageKey } from '../../ui/i18n';
import { handedOverText } from '../../ui/service/hand-over';
import { dayTime } from '../../ui/typed';

/** `派单`, `接单` …: the command's type names its message. */
export function describeAct(entry: LogEntry): string {
  if (entry.act === 'matter.handOver') return handedOverText(entry);
  // Another feature's act that made a matter grow from this one.
  if (!entry.act.startsWith('workOrder.') || entry.changes?.[0]?.field === 'children')
    return t('workOrders.field.children');
  return t(`workOrders.act.${entry.act}` as MessageKey);
}

/** `承办：教练部 → 已接单`. */
export function describeChanges({ act, changes = [] }: LogEntry): string {
  if (act === 'matter.handOver') return '';
  return changes
    .map(({ field, from, to }) => {
      const label = t(`workOrders.field.${field}` as MessageKey);
      return from === null || from === ''
        ? `${label}：${valueText(field, to)}`
        : `${label}：${valueText(field, from, true)} → ${valueText(field, to)}`;
    })
    .join('；');
}

function valueText(field: string, value: unknown, before = false): string {
  if (typeof value !== 'string' || value === '') return '—';
  switch (field) {
    case 'part':
      return before ? departmentName(value) : t(`workOrders.partState.${value}` as MessageKey);
    case 'department':
      return departmentName(value);
    case 'due':
      return dayTime(value);
    case 'approvedBy':
      return staffName(value);
    case 'confirmation':
      return t(`workOrders.confirmResult.${value}` as MessageKey);
    case 'identity':
      return t(`service.identities.${value}` as MessageKey);
    case 'children':
      return t(`service.kinds.${value}` as MessageKey);
    case 'phone':
      return maskPhone(value);
    default:
      return value;
  }
}
