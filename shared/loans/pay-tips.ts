/** `tip.payOut`: tips of one receiver are paid out of the till in cash, and signed for (DOMAIN §4). */
import { accept, refuse, type Command } from '../core/command';
import { Checks } from '../core/field-checks';
import { DESK_ROLES } from '../core/roles';
import { booksOf, openAmount } from '../ledger/books';
import { newEntry } from '../ledger/entry';
import type { TipTaken } from '../ledger/entries/money';
import { needSession } from '../ledger/sessions';
import { nextTime, timesRead } from '../ledger/standing';
import { checkSignature, type SignatureInput } from '../signatures/signature';

export interface PayTips {
  /** The tips, all for one receiver. */
  readonly tips: readonly string[];
  readonly signature: SignatureInput | null;
}

/** The first tip's entry id gives the first payment's: two desks that pay the same tips meet in one id. */
const paymentId = (tips: readonly string[]): string => `tips:${[...tips].sort()[0] ?? ''}`;

export const payTips: Command<PayTips> = {
  type: 'tip.payOut',
  roles: DESK_ROLES,
  books: true,
  reads: ({ tips }) => [
    { name: 'tips', collection: 'ledger', ids: tips },
    { name: 'self', collection: 'ledger', ids: timesRead(paymentId(tips)) },
  ],
  decide: ({ tips: ids, signature: signed }, loaded, context) => {
    const checks = new Checks();
    const tips = (loaded.tips ?? []).filter((doc): doc is TipTaken => doc.kind === 'tipTaken');
    const [first] = tips;
    if (!first || tips.length !== new Set(ids).size) return refuse({ field: 'tips', code: 'tipsNone' });
    const { receiver } = first.body;
    const session = needSession(checks, context);
    for (const { id, body } of tips) {
      if (body.receiver !== receiver) checks.refuse('tips', 'tipOfAnother', { name: body.receiver });
      if (openAmount(booksOf(context), 'tip', id) !== body.amount)
        checks.refuse('tips', 'tipSettled', { no: body.no ?? '' });
    }
    const signature = checkSignature(checks, 'signature', signed, receiver, context);
    const self = nextTime(paymentId(ids), loaded.self ?? []);
    if (!self && checks.refusals.length === 0)
      checks.refuse('tips', 'tipSettled', { no: first.body.no ?? '' });
    if (!self || !signature || checks.refusals.length > 0) return refuse(...checks.refusals);
    const body = {
      receiver,
      tips: tips.map(({ id, body: tip }) => ({ id, no: tip.no ?? '', amount: tip.amount })),
      amount: tips.reduce((sum, { body: tip }) => sum + tip.amount, 0),
      signature,
    };
    return accept({
      collection: 'ledger',
      doc: newEntry(self, 'tipsPaid', 'tip.payOut', body, context, session),
      number: 'tip',
    });
  },
};
