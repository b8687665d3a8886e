/** The log of a follow-up in words. */
import { t, type MessageKey } from '../../ui/i18n';
import { matterLog } from '../../ui/service/matter-log';

export const { describeAct, describeChanges } = matterLog({
  commands: 'followUp.',
  act: (type) => t(`followUp.act.${type.slice('followUp.'.length)}` as MessageKey),
  label: (field) => t(`followUp.field.${field}` as MessageKey),
  value: (field, value) => {
    if (typeof value !== 'string' || value === '') return undefined;
    if (field === 'result') return t(`followUp.result.${value}` as MessageKey);
    return field === 'satisfaction' ? t(`followUp.satisfaction.${value}` as MessageKey) : undefined;
  },
});
