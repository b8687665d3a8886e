/** The log of a follow-up in words. Phones stay masked in it; times show as the club's. */
import type { LogEntry } from '@shared/core/envelope';
import { maskPhone } from '@shared/core/mask';
import { departmentName, staffName } from '../../data/directory';
import { t, type MessageKey } from '../../ui/i18n';
import { handedOverText } from '../../ui/service/hand-over';
import { dayTime } from '../../ui/typed';

/** `列入回访`, `回访` …; an act of another feature made a record out of it. */
export function describeAct(entry: LogEntry): string {
  if (entry.act === 'matter.handOver') return handedOverText(entry);
  const [feature, act = ''] = entry.act.split('.');
  return t(`followUp.act.${feature === 'followUp' ? act : 'link'}` as MessageKey);
}

/** `满意度：满意 → 不满意`. */
export function describeChanges({ act, changes = [] }: LogEntry): string {
  if (act === 'matter.handOver') return '';
  return changes
    .map(({ field, from, to }) => {
      const label = t(`followUp.field.${field}` as MessageKey);
      return from === null || from === '' || field === 'children'
        ? `${label}：${valueText(field, to)}`
        : `${label}：${valueText(field, from)} → ${valueText(field, to)}`;
    })
    .join('；');
}

function valueText(field: string, value: unknown): string {
  if (value === '' || value === null) return t('followUp.empty');
  const text = typeof value === 'string' ? value : JSON.stringify(value);
  switch (field) {
    case 'phone':
      return maskPhone(text);
    case 'nextAt':
      return dayTime(text);
    case 'department':
      return departmentName(text);
    case 'approvedBy':
      return staffName(text);
    case 'identity':
      return t(`service.identities.${text}` as MessageKey);
    case 'children':
      return t(`service.kinds.${text}` as MessageKey);
    case 'result':
      return t(`followUp.result.${text}` as MessageKey);
    case 'satisfaction':
      return t(`followUp.satisfaction.${text}` as MessageKey);
    default:
      return text;
  }
}
