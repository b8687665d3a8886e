import { beforeAll, describe, expect, it } from 'vitest';
import { changed } from '@shared/core/documents';
import type { Envelope } from '@shared/core/envelope';
import { businessDay } from '@shared/core/time';
import { faultsOf } from '@shared/core/validate';
import { emptyFields } from '@shared/visits/fields';
import { registerVisit } from '@shared/visits/register';
import { CLERK, Desk } from '../../../helpers/desk';

const NOW = '2026-11-21T02:00:00.000Z';
let visit: Envelope;

beforeAll(() => {
  const desk = new Desk(NOW);
  const fields = { ...emptyFields(CLERK.id, '咨询'), name: '沈清越' };
  expect(desk.codes(registerVisit, { id: 'v1', fields }, { actor: CLERK, actId: 'v1' })).toEqual([]);
  visit = desk.get('v1');
});

describe('a document', () => {
  it('is whole as its command made it', () => {
    expect(faultsOf('visits', visit)).toBeNull();
  });

  it('is refused when any field of the envelope is missing or of the wrong shape, and says which', () => {
    for (const field of Object.keys(visit).filter((name) => name !== 'body')) {
      const { [field as keyof Envelope]: _gone, ...rest } = visit;
      expect(faultsOf('visits', rest as Envelope), field).toBe(`/${field}`);
      expect(faultsOf('visits', { ...visit, [field]: 7 }), field).toBe(`/${field}`);
    }
    expect(faultsOf('visits', { ...visit, ver: { A: 0 } })).toBe('/ver');
    expect(faultsOf('visits', { ...visit, dueAt: '2026-11-21' })).toBe('/dueAt');
  });

  it('is refused when its body breaks its kind’s schema or the kind has none, without telling a value', () => {
    const fault = faultsOf('visits', {
      ...visit,
      body: { ...visit.body, name: 5 } as unknown as Envelope['body'],
    });
    expect(fault).toMatch(/^\/body\/name /);
    expect(faultsOf('visits', { ...visit, kind: 'unheardOf' })).toBe('no schema for kind unheardOf');
  });

  it('keeps, through an edit, fields this program does not know', () => {
    const newer = { ...visit, body: { ...visit.body, v: 2, weather: '晴' } } as Envelope;
    const context = {
      actId: 'a2',
      now: NOW,
      day: businessDay(NOW, 0),
      desk: 'A',
      actor: CLERK,
      witnesses: [],
      settings: new Desk(NOW).settings,
    };
    const edited = changed(newer, 'visit.correct', {}, context);
    expect(edited.body).toMatchObject({ v: 2, weather: '晴' });
    expect(faultsOf('visits', edited)).toBeNull();
  });
});
