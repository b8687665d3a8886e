/** How Chinese words sound, for searching by letters; the library is fetched with the first search. */
import type { Pinyin } from '@shared/search/sources';

const KNOWN_SOUNDS = 5_000;

let loading: Promise<Pinyin> | null = null;

async function load(): Promise<Pinyin> {
  const { pinyin } = await import('pinyin-pro');
  const options = { toneType: 'none', type: 'array', v: true, nonZh: 'removed' } as const;
  const known = new Map<string, readonly string[]>();
  return (text) => {
    let sounds = known.get(text);
    if (!sounds) {
      // 单, 曾, 解 and others sound differently as surnames: either reading finds them.
      sounds = [pinyin(text, { ...options, surname: 'head' }), pinyin(text, options)].flatMap((syllables) => [
        syllables.map((one) => one.charAt(0).toUpperCase() + one.slice(1).toLowerCase()).join(''),
        syllables
          .map((one) => one.charAt(0))
          .join('')
          .toLowerCase(),
      ]);
      if (known.size >= KNOWN_SOUNDS) known.clear();
      known.set(text, sounds);
    }
    return sounds;
  };
}

export function loadPinyin(): Promise<Pinyin> {
  loading ??= load();
  return loading;
}
