/** 前台使用指南: what a clerk must know on one page, from opening to closing and when something fails. */
import { fill } from '../messages/fill';
import { guide as words } from '../messages/zh-CN/guide';
import type { FieldsBlock, FormDoc } from './model';

/** Input of the form `clerk-guide`. */
export interface ClerkGuideInput {
  readonly club: string;
  /** `YYYY-MM-DD`. */
  readonly day: string;
  /** Whom to call in an emergency, in the order of calling. */
  readonly contacts: readonly { readonly name: string; readonly phone: string }[];
}

/** More would push the page over its end; the list on the screen has them all. */
const MOST_CONTACTS = 6;

const block = (
  title: string,
  lines: readonly (readonly [label: string, value: string])[],
  perLine: FieldsBlock['perLine'],
): FieldsBlock => ({
  type: 'fields',
  title,
  perLine,
  fields: lines.map(([label, value]) => ({ label, value })),
});

/** A4 portrait, one page; the phones of lead and administrator are written in by hand. */
export function clerkGuide({ club, day, contacts }: ClerkGuideInput): FormDoc {
  const { emergency } = words;
  const calls = contacts
    .slice(0, MOST_CONTACTS)
    .map(({ name, phone }) => `${name} ${phone}`)
    .join('　');
  return {
    paper: { size: 'A4', orientation: 'portrait' },
    club,
    title: words.title,
    subtitle: fill(words.subtitle, { day }),
    reference: day,
    blocks: [
      block(words.day.title, words.day.lines, 1),
      { type: 'space', mm: 3 },
      block(words.keys.title, words.keys.lines, 3),
      { type: 'space', mm: 3 },
      block(words.trouble.title, words.trouble.lines, 1),
      { type: 'space', mm: 3 },
      {
        type: 'fields',
        title: emergency.title,
        perLine: 2,
        fields: [
          { label: words.keys.lines[11][0], value: emergency.first, wide: true },
          { label: emergency.calls, value: calls, wide: true },
          { label: emergency.lead, value: '' },
          { label: emergency.admin, value: '' },
        ],
      },
    ],
  };
}
