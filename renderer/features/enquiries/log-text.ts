/** The log of an enquiry in words. Phones stay masked in it; times show as the club's. */
import type { LogEntry } from '@shared/core/envelope';
import { maskPhone } from '@shared/core/mask';
import { departmentName, staffName } from '../../data/directory';
import { t, type MessageKey } from '../../ui/i18n';
import { handedOverText } from '../../ui/service/hand-over';
import { dayTime } from '../../ui/typed';

/** `登记`, `更正` …; an act of another feature made a record out of it. */
export function describeAct(entry: LogEntry): string {
  if (entry.act === 'matter.handOver') return handedOverText(entry);
  const [feature, act = ''] = entry.act.split('.');
  return t(`enquiries.act.${feature === 'enquiry' ? act : 'link'}` as MessageKey);
}

/** `姓名：王建国 → 王建军；类别：咨询 → 投诉`. */
export function describeChanges({ act, changes = [] }: LogEntry): string {
  if (act === 'matter.handOver') return '';
  return changes
    .map(({ field, from, to }) => {
      const label = labelOf(field);
      return from === null || field === 'children'
        ? `${label}：${valueText(field, to)}`
        : `${label}：${valueText(field, from)} → ${valueText(field, to)}`;
    })
    .join('；');
}

function labelOf(field: string): string {
  if (field === 'lateRings' || field === 'longHold') return t(`enquiries.shortField.${field}`);
  return t(`enquiries.field.${field}` as MessageKey);
}

function valueText(field: string, value: unknown): string {
  if (value === '' || value === null) return t('enquiries.empty');
  if (typeof value === 'boolean') return t(value ? 'enquiries.yes' : 'enquiries.no');
  if (field === 'callBack') return dayTime((value as { readonly dueAt: string }).dueAt);
  const text = typeof value === 'string' ? value : JSON.stringify(value);
  switch (field) {
    case 'phone':
      return maskPhone(text);
    case 'receivedAt':
    case 'answeredAt':
    case 'callBackAt':
      return dayTime(text);
    case 'department':
      return departmentName(text);
    case 'takenBy':
    case 'approvedBy':
      return staffName(text);
    case 'identity':
      return t(`service.identities.${text}` as MessageKey);
    case 'children':
      return t(`service.kinds.${text}` as MessageKey);
    case 'channel':
      return t(`enquiries.channel.${text}` as MessageKey);
    case 'category':
      return t(`enquiries.category.${text}` as MessageKey);
    case 'outcome':
      return t(`enquiries.outcome.${text}` as MessageKey);
    case 'result':
      return t(`enquiries.result.${text}` as MessageKey);
    default:
      return text;
  }
}
