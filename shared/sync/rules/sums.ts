/**
 * Limits that the sums of the ledger show at once: debts, things lent, tips, members' balances, money handed to finance.
 * The sums are in memory; only for one that fell below zero are its entries read.
 */
import type { Account } from '../../accounts/schema';
import type { Envelope } from '../../core/envelope';
import { addDays } from '../../core/time';
import type { Books } from '../../ledger/books';
import { effects } from '../../ledger/effects';
import type { Effects } from '../../ledger/moves';
import type { LedgerEntry } from '../../ledger/schema';
import { reversalId, standing, timesOf } from '../../ledger/standing';
import { returnId } from '../../loans/return-deposit';
import { refundIds } from '../../sales/refund';
import { beyond, inOrder, type Broken, type LimitRule, type Taker } from './limit';
import type { RuleReads } from './reads';

/** Furthest months looked back for what a member spent. */
const MONTHS_BACK = 24;

/** A sum below zero. */
interface Short {
  readonly rule: LimitRule;
  readonly ref: string;
  readonly left: number;
}

const OPEN = { receivable: 'debt', loan: 'loan', tip: 'tip' } as const;

/** Sums that are below zero and must not be. */
export function shortSums(
  { open, accounts, sessions }: Books,
  members: ReadonlySet<string>,
): readonly Short[] {
  const short: Short[] = [];
  for (const kind of ['receivable', 'loan', 'tip'] as const)
    for (const [ref, { amount }] of Object.entries(open[kind] ?? {}))
      if (amount < 0) short.push({ rule: OPEN[kind], ref, left: amount });
  for (const [ref, left] of Object.entries(accounts))
    if (left < 0 && members.has(ref)) short.push({ rule: 'balance', ref, left });
  for (const [id, { waiting }] of Object.entries(sessions))
    for (const [tender, left] of Object.entries(waiting))
      if (left < 0) short.push({ rule: 'custody', ref: `${id} ${tender}`, left });
  return short;
}

type Rows = readonly { readonly amount: number }[];

/** How much each entry takes from one of its rows' sums; what was taken back takes nothing. */
async function takersOf(
  reads: Pick<RuleReads, 'docs'>,
  docs: readonly Envelope[],
  rows: (moves: Effects) => Rows,
): Promise<readonly Taker[]> {
  const takers = docs
    .map((doc) => ({
      id: doc.id,
      doc,
      amount: rows(effects(doc as LedgerEntry)).reduce((sum, { amount }) => sum - amount, 0),
    }))
    .filter(({ amount }) => amount > 0);
  const reversals = await reads.docs(
    'ledger',
    takers.map(({ id }) => reversalId(id)),
  );
  return standing(takers, reversals);
}

async function ofKind(reads: RuleReads, kind: string, from: string): Promise<readonly Envelope[]> {
  return reads.range('ledger', 'kind', [kind, from], [kind]);
}

/** What settles the entry `ref`: by the kind of sum either its own derived ids, or entries since that name it. */
async function openBroken(reads: RuleReads, { rule, ref, left }: Short): Promise<readonly Broken[]> {
  const [source] = await reads.docs('ledger', [ref]);
  // Not here yet: the sum is complete once it is.
  if (!source) return [];
  const kind = rule === 'debt' ? 'receivable' : rule === 'tip' ? 'tip' : 'loan';
  const found = await reads.docs('ledger', [
    reversalId(ref),
    ...(kind === 'tip' ? [] : timesOf(returnId(ref))),
    ...(kind === 'receivable' ? refundIds(ref) : []),
  ]);
  // A clock may be a day wrong at one of the desks.
  const since = addDays(source.day, -1);
  const naming =
    kind === 'receivable'
      ? await ofKind(reads, 'accountSettlement', since)
      : kind === 'tip'
        ? await ofKind(reads, 'tipsPaid', since)
        : [];
  const takers = await takersOf(reads, [...found, ...naming], ({ open }) =>
    open.filter((row) => row.kind === kind && row.ref === ref),
  );
  return beyond(left, takers, source).map((one) => ({ rule, ref, ...one }));
}

async function balanceBroken(
  reads: RuleReads,
  { rule, ref, left }: Short,
  today: string,
): Promise<readonly Broken[]> {
  const takers: Taker[] = [];
  let covered = 0;
  let to = addDays(today, 2);
  for (let back = 0; back < MONTHS_BACK; back += 1) {
    const from = addDays(to, -30);
    const docs = await reads.range('ledger', 'day', [from], [to]);
    const more = await takersOf(reads, docs, ({ accounts }) =>
      accounts.filter(({ account }) => account === ref),
    );
    takers.push(...more);
    covered += more.reduce((sum, { amount }) => sum + amount, 0);
    const first = [...takers].sort(inOrder)[0];
    // All that is over, and one before it to stand beside.
    if (first && left + covered - first.amount >= 0) break;
    to = addDays(from, -1);
  }
  return beyond(left, takers, null).map((one) => ({ rule, ref, ...one }));
}

async function custodyBroken(reads: RuleReads, { rule, ref, left }: Short): Promise<readonly Broken[]> {
  const [session = '', tender = ''] = ref.split(' ');
  const of = ({ custody }: Effects): Rows =>
    custody.filter((row) => row.session === session && row.tender === tender);
  const [opening] = await reads.docs('ledger', [session]);
  const [closing] = await reads.docs('ledger', [`end:${opening?.body.no ?? ''}`]);
  // Not closed as far as this desk knows, or more went out by the tender than came in: then it is owed to the till.
  if (!opening || !closing || (await takersOf(reads, [closing], of)).length > 0) return [];
  const deposits = await ofKind(reads, 'deposit', addDays(opening.day, -1));
  const takers = await takersOf(reads, deposits, of);
  return beyond(left, takers, null).map((one) => ({ rule, ref, ...one }));
}

/**
 * Everything below zero that was not looked into at its present sum.
 * @param known sums looked into before, by rule and ref; it is added to
 */
export async function checkSums(
  reads: RuleReads,
  known: Map<string, number>,
  today: string,
): Promise<readonly Broken[]> {
  const books = await reads.books();
  const negative = Object.keys(books.accounts).filter((id) => (books.accounts[id] ?? 0) < 0);
  const members =
    reads.settings().memberBalance === 'external'
      ? []
      : (await reads.docs('directory', negative)).filter((doc) => (doc as Account).body.type === 'member');
  const short = shortSums(books, new Set(members.map(({ id }) => id)));
  const broken: Broken[] = [];
  for (const one of short) {
    const key = `${one.rule} ${one.ref}`;
    if (known.get(key) === one.left) continue;
    const found =
      one.rule === 'balance'
        ? await balanceBroken(reads, one, today)
        : one.rule === 'custody'
          ? await custodyBroken(reads, one)
          : await openBroken(reads, one);
    known.set(key, one.left);
    broken.push(...found);
  }
  return broken;
}
