/** The log of a visit in words. Phones stay masked in it; times show as the club's. */
import { maskPhone } from '@shared/core/mask';
import type { LogEntry } from '@shared/core/envelope';
import { departmentName, staffName } from '../../data/directory';
import { t, type MessageKey } from '../../ui/i18n';
import { dayTime } from '../../ui/typed';

/** `登记`, `更正` …: the command's last word names its message. */
export function describeAct({ act }: LogEntry): string {
  return t(`visits.act.${act.slice(act.indexOf('.') + 1)}` as MessageKey);
}

/** `姓名：王建国 → 王建军；人数：1 → 3`. */
export function describeChanges({ changes = [] }: LogEntry): string {
  return changes
    .map(({ field, from, to }) =>
      from === null
        ? `${t(`visits.field.${field}` as MessageKey)}：${valueText(field, to)}`
        : `${t(`visits.field.${field}` as MessageKey)}：${valueText(field, from)} → ${valueText(field, to)}`,
    )
    .join('；');
}

function valueText(field: string, value: unknown): string {
  if (value === '' || value === null) return t('visits.empty');
  if (typeof value === 'boolean') return t(value ? 'visits.yes' : 'visits.no');
  const text = typeof value === 'string' ? value : JSON.stringify(value);
  switch (field) {
    case 'phone':
      return maskPhone(text);
    case 'timeIn':
    case 'timeOut':
      return dayTime(text);
    case 'department':
    case 'transferDepartment':
      return departmentName(text);
    case 'receivedBy':
    case 'approvedBy':
      return staffName(text);
    case 'signature':
      return text === 'screen' ? t('signatures.screen') : text;
    case 'outcome':
      return t(`visits.outcome.${text}` as MessageKey);
    default:
      return text;
  }
}
