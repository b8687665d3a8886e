/** The log of a complaint in words; what an event said stands below it. */
import type { Complaint, Reference } from '@shared/complaints/schema';
import { eventText, type Names, type Words } from '@shared/complaints/words';
import type { LogEntry } from '@shared/core/envelope';
import { departmentName, staffName } from '../../data/directory';
import { branch, t, type MessageKey } from '../../ui/i18n';
import { matterLog } from '../../ui/service/matter-log';

const log = matterLog({
  commands: 'complaint.',
  act: (type) => t(`complaints.act.${type}` as MessageKey),
  label: (field) => t(`complaints.field.${field}` as MessageKey),
  value: (field, value) => {
    if (field === 'channel') return t(`complaints.channel.${value as string}` as MessageKey);
    if (field === 'apologised') return t(value ? 'sync.yes' : 'sync.no');
    if (field !== 'reference' || value === null) return undefined;
    const { kind, no } = value as Reference;
    return `${t(`complaints.referenceKind.${kind}`)} ${no}`;
  },
});

export const { describeAct } = log;

/** `投诉内容：… → …` of a correction, and what grew from it; what other events changed they say themselves. */
export const describeChanges = (entry: LogEntry): string =>
  entry.act.startsWith('complaint.') && entry.act !== 'complaint.correct' ? '' : log.describeChanges(entry);

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
