/** The discreet notices about customers, VIP and 重点关注, from the directory in memory (DOMAIN §3.1). */
import { useMemo, type ReactElement } from 'react';
import type { CustomerFlag } from '@shared/visits/schema';
import { useDirectory } from '../data/directory';
import { t } from './i18n';

export type FlagsByPhone = ReadonlyMap<string, readonly CustomerFlag[]>;

/** Active notices by phone. */
export function useFlags(): FlagsByPhone {
  const records = useDirectory((state) => state.records);
  return useMemo(() => {
    const flags = new Map<string, readonly CustomerFlag[]>();
    for (const record of records.values()) {
      if (record.kind !== 'customerFlag' || record.status !== 'active') continue;
      const flag = record as CustomerFlag;
      flags.set(flag.body.phone, [...(flags.get(flag.body.phone) ?? []), flag]);
    }
    return flags;
  }, [records]);
}

/** Notices about this very person: phone and name, since a phone is not a person (DOMAIN §3.10). */
export function flagsOf(
  flags: FlagsByPhone,
  { phone, name }: { readonly phone: string; readonly name: string },
): readonly CustomerFlag[] {
  if (phone === '') return [];
  return (flags.get(phone) ?? []).filter((flag) => flag.body.name === name);
}

/** VIP and 重点关注 of one customer, in words for the desk only. */
export function FlagNotice({ flag }: { readonly flag: CustomerFlag }): ReactElement {
  const { name, reason, vip, focus } = flag.body;
  return (
    <div className="notice">
      {vip && <div>{t('service.flagVip', { name })}</div>}
      {focus && <div>{t('service.flagFocus', { name, reason })}</div>}
    </div>
  );
}
