/** How a name sounds, to find one person written in two ways; the library is fetched when it is first asked for. */

/** Pinyin without tones; what is not Chinese as it stands, in small letters. */
export type Sound = (name: string) => string;

let loading: Promise<Sound> | null = null;

export function loadSound(): Promise<Sound> {
  loading ??= import('pinyin-pro').then(({ pinyin }) => (name: string) => {
    const syllables = pinyin(name, { toneType: 'none', type: 'array', v: true, surname: 'head' });
    return syllables.join('').toLowerCase();
  });
  return loading;
}
