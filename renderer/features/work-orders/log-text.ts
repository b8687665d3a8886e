/** The log of a work order in words. */
import { departmentName } from '../../data/directory';
import { t, type MessageKey } from '../../ui/i18n';
import { matterLog } from '../../ui/service/matter-log';

export const { describeAct, describeChanges } = matterLog({
  commands: 'workOrder.',
  act: (type) => t(`workOrders.act.${type}` as MessageKey),
  label: (field) => t(`workOrders.field.${field}` as MessageKey),
  value: (field, value, before) => {
    if (typeof value !== 'string' || value === '') return undefined;
    // `承办：教练部 → 已接单`
    if (field === 'part')
      return before ? departmentName(value) : t(`workOrders.partState.${value}` as MessageKey);
    return field === 'confirmation' ? t(`workOrders.confirmResult.${value}` as MessageKey) : undefined;
  },
});
