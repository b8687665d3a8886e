/** Suppliers goods may come from or go back to. */
import { useMemo } from 'react';
import type { Supplier } from '@shared/products/schema';
import { useDirectory } from './directory';

export function useSuppliers(): readonly Supplier[] {
  const records = useDirectory((state) => state.records);
  return useMemo(
    () =>
      [...records.values()].filter(
        (record): record is Supplier => record.kind === 'supplier' && record.status === 'active',
      ),
    [records],
  );
}
