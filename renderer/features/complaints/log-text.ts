/** The log of a complaint in words; what an event said stands below it. */
import type { Complaint, Reference } from '@shared/complaints/schema';
import { eventText, type Names, type Words } from '@shared/complaints/words';
import type { LogEntry } from '@shared/core/envelope';
import { maskPhone } from '@shared/core/mask';
import type { Party } from '@shared/service/schema';
import { departmentName, staffName } from '../../data/directory';
import { branch, t, type MessageKey } from '../../ui/i18n';
import { handedOverText } from '../../ui/service/hand-over';
import { dayTime } from '../../ui/typed';

export function describeAct(entry: LogEntry): string {
  if (entry.act === 'matter.handOver') return handedOverText(entry);
  const known = t(`complaints.act.${entry.act}` as MessageKey);
  // A child's command wrote what grew from it.
  return known.startsWith('complaints.') ? t('service.children') : known;
}

/** `投诉内容：… → …` of a correction; what other events changed they say themselves. */
export function describeChanges({ act, changes = [] }: LogEntry): string {
  if (act !== 'complaint.correct') return '';
  return changes
    .map(
      ({ field, from, to }) =>
        `${t(`complaints.field.${field}` as MessageKey)}：${valueText(field, from)} → ${valueText(field, to)}`,
    )
    .join('；');
}

function valueText(field: string, value: unknown): string {
  if (value === null || value === '') return t('complaints.none');
  switch (field) {
    case 'customer': {
      const { name, phone } = value as Party;
      return [name, maskPhone(phone)].filter(Boolean).join(' ');
    }
    case 'receivedAt':
      return dayTime(value as string);
    case 'department':
      return departmentName(value as string);
    case 'channel':
      return t(`complaints.channel.${value as string}` as MessageKey);
    case 'apologised':
      return t(value ? 'sync.yes' : 'sync.no');
    case 'reference': {
      const { kind, no } = value as Reference;
      return `${t(`complaints.referenceKind.${kind}`)} ${no}`;
    }
    default:
      return typeof value === 'string' ? value : JSON.stringify(value);
  }
}

/** Name of a member of staff or a department. */
const nameOf = (id: string): string => (staffName(id) === id ? departmentName(id) : staffName(id));

/** What the event of an entry says, unless its reason is all it says. */
export function sayingsOf({ body }: Complaint, noOf: Names['noOf']): (entry: LogEntry) => string {
  const words = branch('complaints') as Words;
  return ({ id, act }) => {
    const event = act === 'complaint.correct' ? undefined : body.events.find((one) => one.id === id);
    if (!event || event.type === 'sentBack' || event.type === 'reopened') return '';
    return eventText('reason' in event ? { ...event, reason: '' } : event, words, { nameOf, noOf });
  };
}
