/** What the list shows: kept while the person works on other pages. */
import { create } from 'zustand';

interface ProductFilters {
  readonly status: 'all' | 'onSale' | 'new' | 'offSale';
  readonly category: string;
  readonly words: string;
}

export const useProductFilters = create<ProductFilters>(() => ({ status: 'all', category: '', words: '' }));
