/** Standard replies keep every wording, wait for a lead when a clerk wrote them, and are counted from their use (DOMAIN §3.9). */
import { describe, expect, it } from 'vitest';
import type { Enquiry } from '@shared/enquiries/schema';
import { forbiddenIn } from '@shared/replies/forbidden';
import { retireReply, restoreReply } from '@shared/replies/retire-reply';
import { saveReply, type ReplyFields } from '@shared/replies/save-reply';
import type { Reply } from '@shared/replies/schema';
import { usageOf } from '@shared/replies/usage';
import { CLERK, Desk, LEAD, type Act } from '../../../helpers/desk';

const FIELDS: ReplyFields = {
  situation: '练习场营业时间',
  category: '营业与预订',
  wording: '7:30–21:30',
  forbidden: ['没位置了'],
};
const NOW = '2026-11-21T01:42:00.000Z';

function save(desk: Desk, changed: Partial<ReplyFields> = {}, act: Act = { actor: LEAD }): readonly string[] {
  return desk.codes(saveReply, { id: 'r1', fields: { ...FIELDS, ...changed }, source: null }, act);
}
const reply = (desk: Desk): Reply => desk.get<Reply>('r1');

describe('a standard reply', () => {
  it('keeps the earlier wording with who replaced it and when', () => {
    const desk = new Desk(NOW);
    save(desk);
    expect(save(desk, { wording: '7:00–22:00' })).toEqual([]);
    expect(reply(desk).body).toMatchObject({
      version: 2,
      wording: '7:00–22:00',
      earlier: [{ version: 1, wording: '7:30–21:30', at: NOW, by: LEAD.id }],
    });
  });

  it('is no new version when only its forbidden words change, and nothing when nothing does', () => {
    const desk = new Desk(NOW);
    save(desk);
    expect(save(desk, { forbidden: [] })).toEqual([]);
    expect(reply(desk).body).toMatchObject({ version: 1, earlier: [] });
    expect(save(desk, { forbidden: [] })).toEqual(['nothingChanged']);
  });

  it('of a clerk waits for a lead, whose saving is the approval', () => {
    const desk = new Desk(NOW);
    save(desk, {}, { actor: CLERK });
    expect(reply(desk).status).toBe('proposed');
    expect(save(desk, { wording: '8:00–21:00' }, { actor: CLERK })).toEqual([]);
    expect(save(desk, { wording: '8:00–21:00' })).toEqual([]);
    expect(reply(desk).status).toBe('active');
    expect(save(desk, { wording: '9:00' }, { actor: CLERK })).toEqual(['replyNotYours']);
  });

  it('refuses what is missing, too long or of no category', () => {
    const desk = new Desk(NOW);
    expect(save(desk, { situation: '', wording: '', category: '别的' })).toEqual([
      'situation required',
      'category required',
      'wording required',
    ]);
    expect(save(desk, { wording: '长'.repeat(1_001) })).toEqual(['wording tooLong']);
  });

  it('is retired with a reason and comes back', () => {
    const desk = new Desk(NOW);
    save(desk);
    const retire = { id: 'r1', reason: '' };
    expect(desk.codes(retireReply, retire, { actor: LEAD })).toEqual(['reason required']);
    expect(desk.codes(retireReply, { ...retire, reason: '过时' }, { actor: LEAD })).toEqual([]);
    expect(desk.codes(retireReply, { ...retire, reason: '过时' }, { actor: LEAD })).toEqual([
      'changedMeanwhile',
    ]);
    expect(desk.codes(restoreReply, retire, { actor: LEAD })).toEqual([]);
    expect(reply(desk).status).toBe('active');
  });
});

describe('words never to use', () => {
  it('are found however they are written, each once', () => {
    expect(forbiddenIn('这个 不 知道，不知道啊', ['不知道', '没办法', '不知道'])).toEqual(['不知道']);
  });
  it('leave an empty answer and empty words alone', () => {
    expect(forbiddenIn('', ['不知道'])).toEqual([]);
    expect(forbiddenIn('可以', ['', '不知道'])).toEqual([]);
  });
});

it('counts a reply once per enquiry, and no void one', () => {
  const used = (status: string, replies: readonly string[]): Enquiry =>
    ({ kind: 'enquiry', status, body: { replies } }) as unknown as Enquiry;
  const uses = usageOf([used('closed', ['a', 'b', 'a']), used('open', ['a']), used('void', ['a', 'b'])]);
  expect([...uses]).toEqual([
    ['a', 2],
    ['b', 1],
  ]);
});
