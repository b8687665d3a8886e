/** 禁用语 in a typed answer: a gentle hint, never a refusal (DOMAIN §3.9). */
import { fold } from '../search/fold';

/** Words of the list that stand in the text, as they stand in the list. */
export function forbiddenIn(text: string, words: readonly string[]): readonly string[] {
  const typed = fold(text);
  if (typed === '') return [];
  return [...new Set(words)].filter((word) => word !== '' && typed.includes(fold(word)));
}
