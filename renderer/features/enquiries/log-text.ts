/** The log of an enquiry in words. */
import { staffName } from '../../data/directory';
import { t, type MessageKey } from '../../ui/i18n';
import { matterLog } from '../../ui/service/matter-log';
import { dayTime } from '../../ui/typed';

/** Fields whose values are words of the enquiries' own lists. */
const LISTS: readonly string[] = ['channel', 'category', 'outcome', 'result'];

function valueText(field: string, value: unknown): string | undefined {
  if (typeof value === 'boolean') return t(value ? 'enquiries.yes' : 'enquiries.no');
  if (value === '' || value === null) return undefined;
  if (field === 'callBack') return dayTime((value as { readonly dueAt: string }).dueAt);
  if (field === 'takenBy') return staffName(value as string);
  return LISTS.includes(field) ? t(`enquiries.${field}.${value as string}` as MessageKey) : undefined;
}

export const { describeAct, describeChanges } = matterLog({
  commands: 'enquiry.',
  act: (type) => t(`enquiries.act.${type.slice('enquiry.'.length)}` as MessageKey),
  label: (field) =>
    field === 'lateRings' || field === 'longHold'
      ? t(`enquiries.shortField.${field}`)
      : t(`enquiries.field.${field}` as MessageKey),
  value: valueText,
});
