/** People over all registers, merges that cannot go round in a ring, and notices that a lead decides (DOMAIN §3.10). */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Envelope } from '@shared/core/envelope';
import { decideFlag, proposeFlag } from '@shared/customers/flags';
import { linksOf, rootOf } from '@shared/customers/links';
import { mergeCustomers, splitCustomer } from '@shared/customers/merge';
import { doublesOf, peopleOf } from '@shared/customers/people';
import { personId, type Customer } from '@shared/customers/schema';
import { eraseDoc } from '@shared/erasure/personal';
import type { Placed } from '@shared/erasure/due';
import { compareVer } from '@shared/core/ver';
import { meet } from '@shared/sync/merge';
import { CLERK, Desk, LEAD } from '../../../helpers/desk';

const NOW = '2026-11-21T01:42:00.000Z';
const A = { name: '王建国', phone: '13812345678' };
const B = { name: '王健国', phone: '13912345678' };
const C = { name: '王建国', phone: '13700005678' };
const REASON = '同一位会员';

const ticket = (id: string, day: string, customer: object, kind = 'enquiry'): Placed => ({
  collection: 'tickets',
  doc: {
    id,
    kind,
    status: 'closed',
    day,
    at: `${day}T01:00:00.000Z`,
    body: { v: 1, customer: { identity: 'guest', memberNo: '', ...customer } },
  } as unknown as Envelope,
});

describe('people', () => {
  const records = [
    ticket('1', '2026-11-01', A),
    ticket('2', '2026-11-03', { ...A, identity: 'member', memberNo: 'M1' }, 'talk'),
    ticket('3', '2026-11-02', B),
  ];

  it('are name and phone, with their records, the newest first', () => {
    const [first, second] = peopleOf(records, new Map());
    expect(first).toMatchObject({ ...A, id: personId(A), lastDay: '2026-11-03', memberNo: 'M1' });
    expect(first?.records.map(({ doc }) => doc.id)).toEqual(['2', '1']);
    expect(second).toMatchObject(B);
  });

  it('are one after a merge, and two again after it is taken back', () => {
    const links = new Map([[personId(B), personId(A)]]);
    const [only, ...rest] = peopleOf(records, links);
    expect(rest).toEqual([]);
    expect(only?.records.map(({ doc }) => doc.id)).toEqual(['2', '3', '1']);
    expect(only?.others).toEqual([{ id: personId(B), ...B }]);
  });

  it('are nobody once their records are erased', () => {
    const gone = records.map(({ collection, doc }) => ({
      collection,
      doc: eraseDoc(doc, { id: 'e', at: NOW, by: LEAD.id }),
    }));
    expect(peopleOf(gone, new Map())).toEqual([]);
  });

  it('may be one by the same phone, or by a name of the same sound and the same last digits', () => {
    const sound = (name: string): string => name.replace('健', '建');
    const people = peopleOf(
      [...records, ticket('4', '2026-11-01', C), ticket('5', '2026-11-01', { name: '李梅', phone: A.phone })],
      new Map(),
    );
    const [person] = people;
    if (!person) throw new Error('nobody');
    expect(doublesOf(person, people, sound).map((one) => [one.person.name, one.reason])).toEqual([
      ['王健国', 'sound'],
      ['李梅', 'phone'],
      ['王建国', 'sound'],
    ]);
  });
});

describe('merging', () => {
  const merge = (desk: Desk, from: object, into: object): readonly string[] =>
    desk.codes(mergeCustomers, { from, into, reason: REASON } as never, { actor: LEAD });

  it('points one at the other, keeps both, and can be taken back', () => {
    const desk = new Desk(NOW);
    expect(merge(desk, A, B)).toEqual([]);
    const doc = desk.records.get(personId(A)) as Customer;
    expect(doc.body.into).toEqual({ id: personId(B), ...B });
    expect(rootOf(linksOf(desk.records.values()), personId(A))).toBe(personId(B));
    expect(desk.codes(splitCustomer, { id: personId(A) }, { actor: LEAD })).toEqual([]);
    expect(linksOf(desk.records.values()).size).toBe(0);
    expect(desk.codes(splitCustomer, { id: personId(A) }, { actor: LEAD })).toEqual(['notMerged']);
    expect(merge(desk, A, B)).toEqual([]);
  });

  it('refuses a ring, oneself, a second target, and no reason', () => {
    const desk = new Desk(NOW);
    expect(merge(desk, A, A)).toEqual(['sameCustomer']);
    expect(merge(desk, A, B)).toEqual([]);
    expect(merge(desk, B, A)).toEqual(['sameCustomer']);
    expect(merge(desk, B, C)).toEqual([]);
    expect(merge(desk, C, A)).toEqual(['sameCustomer']);
    expect(merge(desk, A, C)).toEqual(['sameCustomer']);
    expect(
      desk.codes(mergeCustomers, { from: C, into: { ...B, name: '丁' }, reason: ' ' }, { actor: LEAD }),
    ).toEqual(['reason required']);
    expect(mergeCustomers.roles).toEqual(['lead']);
  });

  it('of two desks into one another while apart ends with one person on both, whatever the links', () => {
    const ids = ['a', 'b', 'c', 'd', 'e', 'f'];
    const pairs = fc.uniqueArray(fc.tuple(fc.constantFrom(...ids), fc.constantFrom(...ids)), {
      selector: ([from]) => from,
    });
    fc.assert(
      fc.property(pairs, fc.nat(), (drawn, turn) => {
        const links = new Map(drawn);
        const turned = new Map([
          ...drawn.slice(turn % (drawn.length + 1)),
          ...drawn.slice(0, turn % (drawn.length + 1)),
        ]);
        for (const id of ids) {
          const root = rootOf(links, id);
          expect(rootOf(turned, id)).toBe(root);
          // Whoever is merged stands for the same person as their target, and the root for itself.
          expect(rootOf(links, root)).toBe(root);
          const target = links.get(id);
          if (target !== undefined) expect(rootOf(links, target)).toBe(root);
        }
      }),
    );
  });

  it('made twice, on two days, of the same two people is one merge without a question', () => {
    const [here, there] = [
      new Desk(NOW, undefined, 'A'),
      new Desk('2026-11-23T01:00:00.000Z', undefined, 'B'),
    ];
    merge(here, A, B);
    merge(there, A, B);
    const [local, master] = [here, there].map((desk) => desk.records.get(personId(A)) as Envelope) as [
      Envelope,
      Envelope,
    ];
    const met = meet('directory', local, null, master, 'A');
    if (met.become !== 'merged') throw new Error(met.become);
    expect(met.doc.day).toBe(master.day);
    expect(compareVer(met.doc.ver, local.ver)).toBe('newer');
  });
});

describe('a notice', () => {
  const input = { id: 'f1', ...A, vip: false, focus: true, reason: '上月投诉未解决' };
  const decide = (
    desk: Desk,
    decision: 'confirm' | 'refuse' | 'lift',
    reason = '',
    actor = LEAD,
  ): readonly string[] => desk.codes(decideFlag, { id: 'f1', decision, reason }, { actor });

  it('is proposed by a clerk, confirmed by a lead, lifted with a reason', () => {
    const desk = new Desk(NOW);
    expect(desk.codes(proposeFlag, input, { actor: CLERK })).toEqual([]);
    expect(desk.records.get('f1')?.status).toBe('proposed');
    expect(desk.codes(proposeFlag, { ...input, id: 'f2' })).toEqual(['flagProposed']);
    expect(decide(desk, 'lift', '已解决')).toEqual(['flagDecided']);
    expect(decide(desk, 'confirm')).toEqual([]);
    expect(desk.records.get('f1')?.status).toBe('active');
    expect(desk.codes(proposeFlag, { ...input, id: 'f2' })).toEqual(['flagStands']);
    expect(decide(desk, 'lift')).toEqual(['reason required']);
    expect(decide(desk, 'lift', '已解决')).toEqual([]);
    expect(desk.records.get('f1')?.status).toBe('removed');
  });

  it('is refused with a reason, and never confirmed by who proposed it', () => {
    const desk = new Desk(NOW);
    desk.run(proposeFlag, input, { actor: LEAD });
    expect(decide(desk, 'confirm')).toEqual(['ownProposal']);
    expect(decide(desk, 'refuse')).toEqual(['reason required']);
    expect(decide(desk, 'refuse', '理由不足')).toEqual([]);
    expect(desk.codes(proposeFlag, { ...input, id: 'f3', focus: false })).toEqual(['focus flagMissing']);
  });
});
