/** A deposit that finance received and that a desk, not knowing, took back: both ends of one handing over. */
import type { Envelope } from '../../core/envelope';
import type { DepositReceived } from '../../ledger/entries/tills';
import { reverseEntry } from '../../ledger/reverse';
import type { Reversal } from '../../ledger/schema';
import { receiptId, reversalId } from '../../ledger/standing';
import type { Broken } from './limit';
import type { RuleReads } from './reads';

/** Deposits that what arrived may have to do with. */
function depositsOf(arrived: readonly Envelope[]): readonly string[] {
  const ids = arrived.flatMap((doc) => {
    if (doc.kind === 'depositReceived') return [(doc as DepositReceived).body.of];
    if (doc.kind === 'reversal' && (doc as Reversal).body.ofKind === 'deposit')
      return [(doc as Reversal).body.of];
    return [];
  });
  return [...new Set(ids)];
}

/** Checks the deposits whose receipt or reversal arrived. What finance gave back itself crosses nothing. */
export async function checkReceipts(
  reads: Pick<RuleReads, 'docs'>,
  arrived: readonly Envelope[],
): Promise<readonly Broken[]> {
  const broken: Broken[] = [];
  for (const ref of depositsOf(arrived)) {
    const found = await reads.docs('ledger', [receiptId(ref), reversalId(ref)]);
    const receipt = found.find(({ kind }) => kind === 'depositReceived');
    const reversal = found.find(({ kind }) => kind === 'reversal');
    if (!receipt || reversal?.body.log?.[0]?.act !== reverseEntry.type) continue;
    broken.push({ rule: 'receipt', ref, before: receipt, over: reversal });
  }
  return broken;
}
