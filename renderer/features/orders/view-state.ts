/** What the lists show: kept while the person works on other pages. */
import { create } from 'zustand';

export interface PurchaseFilters {
  readonly segment: 'open' | 'draft' | 'coming' | 'closed' | 'all';
  readonly words: string;
}

export const usePurchaseFilters = create<PurchaseFilters>(() => ({ segment: 'open', words: '' }));

export interface CustomerFilters {
  readonly segment: 'open' | 'arrived' | 'closed' | 'all';
  readonly words: string;
}

export const useCustomerFilters = create<CustomerFilters>(() => ({ segment: 'open', words: '' }));
