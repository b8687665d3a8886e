/** The theme's text colours keep WCAG AA (4.5 : 1) on what they stand on, AAA (7 : 1) where more contrast is asked for. */
import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';

const tokensOf = (file: string): ReadonlyMap<string, string> =>
  new Map(
    [...readFileSync(file, 'utf8').matchAll(/--([\w-]+): (#[0-9a-f]{6});/g)].map(
      ([, name = '', colour = '']) => [name, colour],
    ),
  );
const tokens = tokensOf('renderer/ui/theme.css');
/** `prefers-contrast: more` writes over some of them. */
const more = new Map([...tokens, ...tokensOf('renderer/ui/access.css')]);

function luminance(colour: string): number {
  const [red = 0, green = 0, blue = 0] = [1, 3, 5].map((at) => {
    const part = Number.parseInt(colour.slice(at, at + 2), 16) / 255;
    return part <= 0.03928 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4;
  });
  return 0.2126 * red + 0.7152 * green + 0.0722 * blue;
}

function contrast(text: string, ground: string): number {
  const [light = 0, dark = 0] = [luminance(text), luminance(ground)].sort((a, b) => b - a);
  return (light + 0.05) / (dark + 0.05);
}

const PAIRS = [
  ['text', 'page'],
  ['text', 'selection'],
  ['quiet', 'page'],
  ['quiet', 'panel'],
  ['quiet', 'head'],
  ['quiet', 'selection'],
  ['due', 'panel'],
  ['due', 'due-soft'],
  ['overdue', 'panel'],
  ['overdue', 'overdue-soft'],
  ['primary', 'panel'],
  ['primary', 'selection'],
  ['#ffffff', 'primary'],
  ['#ffffff', 'overdue'],
  ['side-text', 'side'],
  ['#ffffff', 'side-active'],
  ['#9db5a9', 'side'],
  ['#1b1200', 'due-fill'],
] as const;

describe('the theme', () => {
  it.each(PAIRS)('shows %s on %s with enough contrast', (text, ground) => {
    const [one = text, other = ground] = [tokens.get(text), tokens.get(ground)];
    expect(contrast(one, other)).toBeGreaterThanOrEqual(4.5);
  });

  it.each(PAIRS.filter(([text]) => !text.startsWith('#')))(
    'shows %s on %s with more contrast where it is asked for',
    (text, ground) => {
      const [one = text, other = ground] = [more.get(text), more.get(ground)];
      expect(contrast(one, other)).toBeGreaterThanOrEqual(7);
    },
  );

  it('draws lines that are seen where more contrast is asked for', () => {
    for (const line of ['line', 'line-strong'])
      expect(contrast(more.get(line) ?? line, '#ffffff')).toBeGreaterThanOrEqual(3);
  });
});
