/** The discreet notices about customers, from the directory in memory. */
import { useMemo } from 'react';
import type { CustomerFlag, VisitBody } from '@shared/visits/schema';
import { useDirectory } from '../../data/directory';

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
export function flagsOf(flags: FlagsByPhone, { phone, name }: VisitBody): readonly CustomerFlag[] {
  if (phone === '') return [];
  return (flags.get(phone) ?? []).filter((flag) => flag.body.name === name);
}
