/** One text for one content: documents are compared and digested by it, on the desk and at the endpoint. */

/** Strings that stand in JSON as they are; anything else, surrogates too, is left to JSON.stringify. */
const BARE = /^[ !#-[\]-\ud7ff\ue000-\uffff]*$/;
const quoted = (text: string): string => (BARE.test(text) ? `"${text}"` : JSON.stringify(text));

function sortedKeys(value: object): readonly string[] {
  const keys = Object.keys(value);
  let last = '';
  for (const key of keys) {
    if (key < last) return keys.sort();
    last = key;
  }
  return keys;
}

/** JSON with sorted keys; equal contents give equal texts. Undefined members are left out, as in JSON. */
export function canonical(value: unknown): string {
  if (typeof value === 'string') return quoted(value);
  if (value === null || typeof value !== 'object') return JSON.stringify(value);
  let text = '';
  if (Array.isArray(value)) {
    for (const item of value) text += `${text === '' ? '' : ','}${canonical(item ?? null)}`;
    return `[${text}]`;
  }
  for (const key of sortedKeys(value)) {
    const member = (value as Readonly<Record<string, unknown>>)[key];
    if (member !== undefined) text += `${text === '' ? '' : ','}${quoted(key)}:${canonical(member)}`;
  }
  return `{${text}}`;
}

/** 53-bit hash (cyrb53) as 14 hex digits: tells differing contents apart, proves nothing against an attacker. */
export function digestOf(text: string): string {
  let a = 0xdeadbeef;
  let b = 0x41c6ce57;
  for (let at = 0; at < text.length; at += 1) {
    const code = text.charCodeAt(at);
    a = Math.imul(a ^ code, 2_654_435_761);
    b = Math.imul(b ^ code, 1_597_334_677);
  }
  a = Math.imul(a ^ (a >>> 16), 2_246_822_507) ^ Math.imul(b ^ (b >>> 13), 3_266_489_909);
  b = Math.imul(b ^ (b >>> 16), 2_246_822_507) ^ Math.imul(a ^ (a >>> 13), 3_266_489_909);
  return (4_294_967_296 * (2_097_151 & b) + (a >>> 0)).toString(16).padStart(14, '0');
}

/** Digest of a month of a collection: of the lines `id digest`, sorted by id. */
export function digestOfMonth(lines: readonly { readonly id: string; readonly digest: string }[]): string {
  const sorted = [...lines].sort((a, b) => (a.id < b.id ? -1 : 1));
  return digestOf(sorted.map(({ id, digest }) => `${id} ${digest}`).join('\n'));
}
