/** How an item is put into words, with and without its hidden features. */
import { fill } from '../messages/fill';
import { lostProperty as words } from '../messages/zh-CN/lost-property';
import type { Feature, FoundItemBody } from './schema';

/** The features in one line; hidden ones are marked, or left out where strangers read (DOMAIN §3.6). */
export function featuresText(features: readonly Feature[], withHidden: boolean): string {
  return features
    .filter(({ hidden }) => withHidden || !hidden)
    .map(({ text, hidden }) => (hidden ? fill(words.hiddenFeature, { text }) : text))
    .join('；');
}

/** Everything of an item that words can be looked for in. */
export function itemText({
  name,
  category,
  features,
  place,
  remark,
}: Pick<FoundItemBody, 'name' | 'category' | 'features' | 'place' | 'remark'>): string {
  return [name, category, ...features.map(({ text }) => text), place, remark].filter(Boolean).join(' ');
}
