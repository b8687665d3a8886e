/** Personal data goes from every kind that has it, and nothing a figure is made of goes with it (DOMAIN §2). */
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { complaintFigures } from '@shared/complaints/figures';
import { isComplaint } from '@shared/complaints/schema';
import type { Envelope } from '@shared/core/envelope';
import { DEFAULT_SETTINGS } from '@shared/core/settings';
import { faultsOf } from '@shared/core/validate';
import { demoMonth } from '@shared/demo/month';
import { isEnquiry } from '@shared/enquiries/schema';
import { eraseBody, eraseDoc, ERASED, isErased, PERSONAL, stayErased } from '@shared/erasure/personal';
import { callOfList, callsOfComplaint } from '@shared/follow-up/counted';
import { figuresOf as followUpFigures } from '@shared/follow-up/figures';
import { isFollowUp, isPlan } from '@shared/follow-up/schema';
import { figuresByCategory, figuresByMonth } from '@shared/lost-property/figures';
import type { FoundItem } from '@shared/lost-property/schema';
import { fold } from '@shared/search/fold';
import { rowOf } from '@shared/search/sources';
import { peopleIn } from '@shared/service/known';
import { kpisOf } from '@shared/service-figures/kpis';
import { receptionOf } from '@shared/service-figures/reception';
import { canonical, digestOf } from '@shared/sync/canonical';
import { KIND_ROLES } from '@shared/sync/kinds';
import type { Visit } from '@shared/visits/schema';
import { totalsByPurpose } from '@shared/visits/totals';

const NOW = '2026-11-21T09:00:00.000Z';
const MARK = { id: 'act', at: NOW, by: 'staff:1002' };

interface Schema {
  readonly $ref?: string;
  readonly type?: string | readonly string[];
  readonly enum?: unknown;
  readonly const?: unknown;
  readonly pattern?: string;
  readonly properties?: Readonly<Record<string, Schema>>;
  readonly items?: Schema;
  readonly anyOf?: readonly Schema[];
  readonly oneOf?: readonly Schema[];
  readonly allOf?: readonly Schema[];
}
const schemas: Readonly<Record<string, Schema>> = Object.assign(
  {},
  ...readdirSync('shared')
    .map((feature) => path.join('shared', feature, 'body.schema.json'))
    .filter((file) => existsSync(file))
    .map((file) => JSON.parse(readFileSync(file, 'utf8')) as object),
) as Readonly<Record<string, Schema>>;

/** Days and instants say when, not who. */
const isTime = ({ pattern = '' }: Schema): boolean => pattern.includes('\\d{4}-');

/** Paths of a kind's free texts and numbers, lists without their brackets. */
function texts(schema: Schema, at = '', few = false): readonly string[] {
  if (schema.$ref === 'log') return [];
  if (schema.$ref) return texts(schemas[schema.$ref] ?? {}, at, few);
  const parts = [...(schema.anyOf ?? []), ...(schema.oneOf ?? []), ...(schema.allOf ?? [])];
  const isText = few
    ? Boolean(schema.enum)
    : [schema.type ?? []].flat().includes('string') && !schema.enum && !isTime(schema);
  return [
    ...(isText ? [at] : []),
    ...parts.flatMap((part) => texts(part, at, few)),
    ...(schema.items ? texts(schema.items, at, few) : []),
    ...Object.entries(schema.properties ?? {}).flatMap(([name, part]) =>
      texts(part, at === '' ? name : `${at}.${name}`, few),
    ),
  ];
}

/** Names of fields that say nothing about a customer: ids, numbers of papers, staff, what a matter is about. */
const STAYS = new Set(
  [
    'id no kind by desk at from to of collection department departments category purpose badge receivedBy takenBy',
    'answeredBy doneBy archiveNo staff handler assignee approvedBy person group members rule whom level responsible',
    'destination receiptNo bagNo storage handover report item product purchase purchaseNo deposit spec unit archiveNo',
    'returnedItem lastDecision slotDesk shift shiftName session adds sha part replies dropped fields phases',
    'dueAt status occurredAt takes',
  ]
    .join(' ')
    .split(' '),
);
/** Paths that stay although others of that name go. */
const STAYS_HERE: Readonly<Record<string, readonly string[]>> = {
  talk: ['place', 'decision.lead.name'],
  workOrder: ['extensions.lead.name'],
  // The safety record itself: what happened and what was done.
  incident: ['place', 'what', 'measures.text', 'result', 'summary', 'openReason'],
  // The thing and where it was found.
  foundItem: ['name', 'place', 'events.place', 'events.second.name'],
  lossReport: ['name', 'place'],
  handover: ['lines.name', 'lines.place', 'giver.name', 'receiver.name'],
  customerOrder: ['lines.name'],
  shiftLog: ['leaver.name'],
  customer: ['into.name', 'into.phone'],
};

/** Kinds without an entry: kept by law, or without a customer. A new kind must say which it is. */
const KEPT = {
  money: [...Object.keys(KIND_ROLES.ledger), 'account', 'purchaseOrder', 'supplier'],
  counts: [
    'starterCount',
    'count',
    'countLine',
    'tillCount',
    'cashCheck',
    'monthDeclaration',
    'monthTreatments',
    'product',
  ],
  staff: [
    'task',
    'followUpPlan',
    'servicePaper',
    'inspection',
    'duty',
    'rosterPeriod',
    'leave',
    'checklist',
    'memo',
    'meeting',
    'swap',
    'punch',
    'explanation',
    'attendanceMark',
    'staff',
    'credential',
    'desk',
    'department',
    'settings',
    'reply',
  ],
  audit: ['audit', 'erasure'],
};

const demo = (): readonly Envelope[] => {
  const docs = new Map<string, Envelope>();
  for (const act of demoMonth(NOW, { salt: 'a', hash: 'b', cost: 16_384 }))
    for (const { doc } of act.docs) docs.set(doc.id, doc);
  return [...docs.values()];
};
const docs = demo();
const collectionOf = (kind: string): string =>
  Object.entries(KIND_ROLES).find(([, kinds]) => Object.hasOwn(kinds, kind))?.[0] ?? '';

describe('the table of personal fields', () => {
  it('has an entry, or a reason for none, for every kind of record', () => {
    const kinds = Object.values(KIND_ROLES).flatMap((kinds) => Object.keys(kinds));
    const named = [...Object.keys(PERSONAL), ...Object.values(KEPT).flat()];
    expect([...kinds].sort()).toEqual([...new Set(named)].sort());
    expect(named.filter((kind, at) => named.indexOf(kind) !== at)).toEqual([]);
  });

  it.each(Object.keys(PERSONAL))('knows every text of %s', (kind) => {
    const all = [...new Set(texts(schemas[kind] ?? {}))];
    const { empty = [], mark: marks = [] } = PERSONAL[kind] ?? {};
    const mark = marks.map((one) => one.replace(/:\w+/u, ''));
    const open = all.filter(
      (one) =>
        ![...mark, ...empty].includes(one) &&
        !STAYS_HERE[kind]?.includes(one) &&
        !STAYS.has(one.split('.').at(-1) ?? ''),
    );
    expect(open).toEqual([]);
    // What stands for one of few values is no free text: figures are made of it.
    const few = texts(schemas[kind] ?? {}, '', true);
    expect(marks.filter((one) => few.includes(one))).toEqual([]);
    // A path nothing has would erase nothing without a word.
    expect(mark.filter((one) => !all.includes(one))).toEqual([]);
  });
});

describe('an erased record', () => {
  const people = docs.filter((doc) => Object.hasOwn(PERSONAL, doc.kind));
  const any = fc.constantFrom(...people);

  it('still satisfies its schema, and erasing again changes nothing', () => {
    fc.assert(
      fc.property(any, (doc) => {
        const once = eraseDoc(doc, MARK);
        expect(faultsOf(collectionOf(doc.kind) as never, once)).toBeNull();
        expect(canonical(eraseDoc(once, MARK))).toBe(canonical(once));
        expect(isErased(once)).toBe(true);
      }),
      { numRuns: 2_000 },
    );
  });

  it('names nobody any more and is found by its number alone', () => {
    for (const doc of people) {
      const erased = eraseDoc(doc, MARK);
      const text = canonical(erased);
      for (const { name, phone } of peopleIn(doc)) {
        if (phone !== '') expect(text).not.toContain(phone);
        if ([...name].length > 1) expect(text, `${doc.kind} ${name}`).not.toContain(name);
      }
      expect(
        peopleIn(erased).filter(({ name, phone }) => phone !== '' || !['', ERASED].includes(name)),
      ).toEqual([]);
      const row = rowOf(erased, () => []);
      if (row) expect([row.words, row.exact]).toEqual([[], fold(doc.body.no ?? '')]);
    }
  });

  it('stays erased whatever an act writes into it', () => {
    fc.assert(
      fc.property(any, (doc) => {
        const again = stayErased(eraseDoc(doc, MARK), doc);
        expect(canonical(again.body)).toBe(canonical(eraseDoc(doc, MARK).body));
        expect(stayErased(doc, doc)).toBe(doc);
      }),
    );
  });

  it('of a child keeps the signature’s time, not its strokes', () => {
    const body = {
      v: 1,
      name: '',
      guardian: {
        name: '李梅',
        consent: true,
        signature: {
          mode: 'screen',
          name: '李梅',
          at: NOW,
          strokes: { width: 300, height: 100, strokes: [[[1, 2]]] },
        },
      },
    };
    expect(eraseBody('visit', body)).toMatchObject({
      name: '',
      guardian: {
        name: ERASED,
        consent: true,
        signature: { name: ERASED, at: NOW, strokes: { width: 300, strokes: [] } },
      },
    });
    const byPin = { signature: { mode: 'pin', name: '周立', staff: 'staff:1002', at: NOW } };
    expect(eraseBody('talk', { v: 1, ...byPin } as never)).toMatchObject(byPin);
  });
});

describe('figures', () => {
  const period = { from: '2026-10-01', to: '2026-11-30' };
  const months = ['2026-10', '2026-11'];
  const of = (all: readonly Envelope[]): object => {
    const visits = all.filter((doc): doc is Visit => doc.kind === 'visit');
    const complaints = all.filter(isComplaint);
    const followUps = all.filter(isFollowUp);
    const items = all.filter((doc): doc is FoundItem => doc.kind === 'foundItem');
    const records = { visits, enquiries: all.filter(isEnquiry), complaints, followUps };
    return {
      kpis: kpisOf(records, period, NOW, DEFAULT_SETTINGS),
      reception: receptionOf(visits, all, period),
      complaints: complaintFigures(complaints, period, NOW, true),
      followUps: followUpFigures(
        [
          ...followUps.flatMap(callOfList),
          ...complaints.flatMap((one) => callsOfComplaint(one, DEFAULT_SETTINGS.cutOffHour)),
        ],
        all.filter(isPlan),
        months,
      ),
      purposes: totalsByPurpose(visits.map(({ status, body }) => ({ ...body, isVoid: status === 'void' }))),
      lost: [figuresByMonth(items, NOW, DEFAULT_SETTINGS), figuresByCategory(items, NOW, DEFAULT_SETTINGS)],
    };
  };

  /** By figure, so that a difference names it. */
  const digests = (all: readonly Envelope[]): object =>
    Object.fromEntries(
      Object.entries(of(all)).flatMap(([name, value]) =>
        Object.entries(value as object).map(([part, figures]) => [
          `${name}.${part}`,
          digestOf(canonical(figures)),
        ]),
      ),
    );

  it('are the same before and after, whichever records are erased', () => {
    const before = digests(docs);
    expect(docs.filter(isComplaint).length).toBeGreaterThan(3);
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 7 }), fc.nat({ max: 6 }), (every, offset) => {
        const after = docs.map((doc, at) => ((at + offset) % every === 0 ? eraseDoc(doc, MARK) : doc));
        expect(digests(after)).toEqual(before);
      }),
      { numRuns: 12 },
    );
  });

  it('of money are not touched at all', () => {
    for (const doc of docs.filter(({ kind }) => Object.hasOwn(KIND_ROLES.ledger, kind)))
      expect(eraseBody(doc.kind, doc.body)).toBe(doc.body);
  });
});
