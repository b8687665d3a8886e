/** Totals of terminals and merchant apps: below 0 where more went back than came in. */
import { parseMoney } from '../core/money';

/** Fen of a typed total such as `-120` or `1,234.5`; null when it is none. */
export function readSignedMoney(typed: string): number | null {
  const text = typed.normalize('NFKC').trim();
  const fen = parseMoney(text.replace(/^[-−]/u, ''));
  return fen === null ? null : /^[-−]/u.test(text) ? 0 - fen : fen;
}
