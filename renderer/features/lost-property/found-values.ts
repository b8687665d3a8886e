/** The intake form's own values: numbers and times as typed; an empty category goes by the item's name. */
import type { FoundFields } from '@shared/lost-property/found-fields';
import { guessCategory } from '@shared/lost-property/synonyms';
import { toCivil, toInstant, toNumber } from '../../ui/typed';

export type FoundValues = Omit<FoundFields, 'quantity'> & { readonly quantity: string };

export function toFoundValues(fields: FoundFields): FoundValues {
  const { quantity, foundAt } = fields;
  return { ...fields, quantity: quantity === null ? '' : String(quantity), foundAt: toCivil(foundAt) };
}

/** The category of a name among the club's own; the last one (其他) when none fits. */
export function categoryOf(name: string, categories: readonly string[]): string {
  const guess = guessCategory(name);
  return categories.includes(guess) ? guess : (categories.at(-1) ?? '');
}

export function toFoundFields(values: FoundValues, categories: readonly string[]): FoundFields {
  const { quantity, foundAt, category, name } = values;
  return {
    ...values,
    quantity: toNumber(quantity),
    foundAt: toInstant(foundAt),
    category: category || categoryOf(name, categories),
  };
}
