/** The log of an enquiry in words. */
import { staffName } from '../../data/directory';
import { t, type MessageKey } from '../../ui/i18n';
import { matterLog } from '../../ui/service/matter-log';
import { dayTime } from '../../ui/typed';

function valueText(field: string, value: unknown): string | undefined {
  if (typeof value === 'boolean') return t(value ? 'enquiries.yes' : 'enquiries.no');
  if (value === '' || value === null) return undefined;
  if (field === 'callBack') return dayTime((value as { readonly dueAt: string }).dueAt);
  const text = value as string;
  switch (field) {
    case 'takenBy':
      return staffName(text);
    case 'channel':
      return t(`enquiries.channel.${text}` as MessageKey);
    case 'category':
      return t(`enquiries.category.${text}` as MessageKey);
    case 'outcome':
      return t(`enquiries.outcome.${text}` as MessageKey);
    case 'result':
      return t(`enquiries.result.${text}` as MessageKey);
    default:
      return undefined;
  }
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
