/**
 * `deposit.receive` and `deposit.giveBack`: finance receives what a desk handed on without them, or gives it back with a
 * reason; the deposit itself never changes (DOMAIN §6).
 */
import { accept, refuse, type Command, type Loaded } from '../core/command';
import { Checks } from '../core/field-checks';
import { effects, turned } from '../ledger/effects';
import { newEntry } from '../ledger/entry';
import type { Deposit, DepositReceived } from '../ledger/entries/tills';
import { receiptId, reversalId } from '../ledger/standing';
import { checkSignature, type Signature, type SignatureInput } from '../signatures/signature';

const MAX_REASON = 200;

/** Who received a deposit: at the desk with it, or later; null while nobody did. */
export function receiverOf({ body }: Deposit, receipt: DepositReceived | undefined): Signature | null {
  return body.receiver.mode === 'later' ? (receipt?.body.receiver ?? null) : body.receiver;
}

export interface ReceiveDeposit {
  readonly of: string;
  /** Drawn, or the signed-in person's own word (`pin` with their id). */
  readonly signature: SignatureInput | null;
}

const reads = ({ of }: { readonly of: string }) =>
  [
    { name: 'deposit', collection: 'ledger', ids: [of] },
    { name: 'receipt', collection: 'ledger', ids: [receiptId(of)] },
    { name: 'reversal', collection: 'ledger', ids: [reversalId(of)] },
  ] as const;

/** The deposit, when finance may do something about it; else why not. */
function handedOn(loaded: Loaded, actor: string): Deposit | string {
  const deposit = loaded.deposit?.find((doc): doc is Deposit => doc.kind === 'deposit');
  if (!deposit) return 'notFound';
  if (deposit.body.receiver.mode !== 'later') return 'depositSigned';
  if (loaded.reversal?.length) return 'entryReversed';
  // Nobody receives from themselves, whatever their roles are.
  return deposit.by === actor ? 'sameStaff' : deposit;
}

export const receiveDeposit: Command<ReceiveDeposit> = {
  type: 'deposit.receive',
  roles: ['finance'],
  reads,
  decide: ({ of, signature: typed }, loaded, context) => {
    const deposit = handedOn(loaded, context.actor.id);
    if (typeof deposit === 'string') return refuse({ code: deposit });
    if (loaded.receipt?.length) return refuse({ code: 'depositReceived' });
    const checks = new Checks();
    const receiver = checkSignature(checks, 'signature', typed, context.actor.name, context);
    if (receiver?.mode === 'pin' && receiver.staff !== context.actor.id)
      checks.refuse('signature', 'pinMissing');
    if (!receiver || checks.refusals.length > 0) return refuse(...checks.refusals);
    const body = { of, ofNo: deposit.body.no ?? '', receiver };
    return accept({
      collection: 'ledger',
      doc: newEntry(receiptId(of), 'depositReceived', 'deposit.receive', body, context),
    });
  },
};

export interface GiveDepositBack {
  readonly of: string;
  readonly reason: string;
}

export const giveDepositBack: Command<GiveDepositBack> = {
  type: 'deposit.giveBack',
  roles: ['finance'],
  reads,
  decide: ({ of, reason: typed }, loaded, context) => {
    const deposit = handedOn(loaded, context.actor.id);
    if (typeof deposit === 'string') return refuse({ code: deposit });
    const checks = new Checks();
    const reason = checks.text('reason', typed, { max: MAX_REASON, required: true });
    if (checks.refusals.length > 0) return refuse(...checks.refusals);
    const { id: staff, name } = context.actor;
    const body = {
      of,
      ofKind: deposit.kind,
      ofNo: deposit.body.no ?? '',
      reason,
      approval: { staff, name, at: context.now },
      effects: turned(effects(deposit), ''),
    };
    return accept({
      collection: 'ledger',
      doc: newEntry(reversalId(of), 'reversal', 'deposit.giveBack', body, context),
    });
  },
};
