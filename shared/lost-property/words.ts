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

/** What an item is said to be: neither its category nor its place, whose names contain words of their own. */
export function itemText({
  name,
  features,
  remark,
}: Pick<FoundItemBody, 'name' | 'features' | 'remark'>): string {
  return [name, ...features.map(({ text }) => text), remark].filter(Boolean).join(' ');
}
