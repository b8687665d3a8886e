/** The log of a talk in words. */
import { t, type MessageKey } from '../../ui/i18n';
import { matterLog } from '../../ui/service/matter-log';

export const { describeAct, describeChanges } = matterLog({
  commands: 'talk.',
  act: (type) => t(`talks.act.${type}` as MessageKey),
  label: (field) => t(`talks.field.${field}` as MessageKey),
  value: (field, value) =>
    field === 'ground' ? t(`talks.ground.${value as string}` as MessageKey) : undefined,
});
