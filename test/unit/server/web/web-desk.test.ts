/** Numbers of the web view are never given twice, also over a restore. */
import { expect, it } from 'vitest';
import { parseNumber } from '@shared/core/numbers';
import { webDesk } from '../../../../server/web/commit';

const at = (instant: string | null): Promise<string> =>
  webDesk({ restoredAt: () => Promise.resolve(instant) });

it('is W, and another code after every restore', async () => {
  const codes = await Promise.all(
    [null, '2026-11-21T01:00:00.000Z', '2026-11-21T02:00:00.000Z', '2026-12-21T01:00:00.000Z'].map(at),
  );
  expect(codes[0]).toBe('W');
  expect(new Set(codes).size).toBe(codes.length);
  for (const code of codes) expect(parseNumber(`QD-${code}-20261121-0001`)?.desk).toBe(code);
});
