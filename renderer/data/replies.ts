/** Standard replies and product facts that a clerk may use, found by words and by pinyin; both are in memory. */
import { useEffect, useMemo } from 'react';
import { isReply, type Reply } from '@shared/replies/schema';
import { fold } from '@shared/search/fold';
import { hasHan } from '@shared/search/segment';
import { useDirectory } from './directory';
import { loadProducts, useProducts } from './products';

/** One wording that can be put into an answer. */
export interface ReplyLine {
  /** Id of the reply, or of the product whose facts these are. */
  readonly id: string;
  readonly situation: string;
  /** '' of product facts. */
  readonly category: string;
  readonly wording: string;
  readonly forbidden: readonly string[];
}

/** All standard replies, also proposed and retired ones, by category and situation. */
export function useReplies(): readonly Reply[] {
  const records = useDirectory((state) => state.records);
  return useMemo(
    () =>
      [...records.values()]
        .filter(isReply)
        .sort(
          (a, b) =>
            a.body.category.localeCompare(b.body.category, 'zh-CN') ||
            a.body.situation.localeCompare(b.body.situation, 'zh-CN'),
        ),
    [records],
  );
}

/** What may be used: active replies, then the facts of products that are sold or about to be. */
export function useReplyLines(): readonly ReplyLine[] {
  const replies = useReplies();
  const products = useProducts((state) => state.products);
  useEffect(() => void loadProducts(), []);
  return useMemo(
    () => [
      ...replies
        .filter(({ status }) => status === 'active')
        .map(({ id, body: { situation, category, wording, forbidden } }) => ({
          id,
          situation,
          category,
          wording,
          forbidden,
        })),
      ...[...(products?.values() ?? [])]
        .filter(({ status, body }) => status !== 'offSale' && body.facts.text !== '')
        .map(({ id, body }) => ({
          id,
          situation: [body.name, body.spec].filter(Boolean).join(' '),
          category: '',
          wording: body.facts.text,
          forbidden: [],
        })),
    ],
    [replies, products],
  );
}

interface Spoken {
  readonly situation: string;
  readonly category: string;
  readonly wording: string;
}

/** Folded words and pinyin by line: a line's text never changes while the line lives. */
const known = new WeakMap<Spoken, string>();

async function textOf(line: Spoken): Promise<string> {
  const before = known.get(line);
  if (before !== undefined) return before;
  const { pinyin } = await import('pinyin-pro');
  const { situation, category, wording } = line;
  // By sound the situation is looked for; whole wordings would sound like everything.
  const spoken = [situation, category].filter(hasHan).flatMap((text) => {
    const syllables = pinyin(text, { toneType: 'none', type: 'array' });
    return [syllables.join(''), syllables.map((one) => one.charAt(0)).join('')];
  });
  const text = [situation, category, wording, ...spoken].map(fold).join('\n');
  known.set(line, text);
  return text;
}

/** Lines that hold every typed word, as characters or pinyin (full or initials); all of them for no words. */
export async function findReplies<L extends Spoken>(
  lines: readonly L[],
  typed: string,
): Promise<readonly L[]> {
  const wanted = typed.split(/\s+/u).map(fold).filter(Boolean);
  if (wanted.length === 0) return lines;
  const texts = await Promise.all(lines.map(textOf));
  return lines.filter((_line, at) => wanted.every((word) => texts[at]?.includes(word)));
}
