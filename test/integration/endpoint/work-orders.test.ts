/** A department's handler answers work orders in the browser: their own parts, told by nobody, and no others' (DOMAIN §3.5). */
import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { COLLECTIONS } from '@shared/core/envelope';
import type { Staff } from '@shared/directory/schema';
import type { CommitAnswer } from '@shared/sync/web-contract';
import type { Part, WorkOrder } from '@shared/work-orders/schema';
import { Browser } from '../../helpers/browser';
import { Caller, demoRecords, ENGINES, listen } from '../../helpers/endpoint';

const records = demoRecords();
const coach = records.get('directory')!.find((doc): doc is Staff => (doc as Staff).body.staffNo === '5001')!;
const [department = ''] = coach.body.departments;
const orders = records.get('tickets')!.filter((doc): doc is WorkOrder => doc.kind === 'workOrder');
const partsOf = ({ body }: WorkOrder): readonly Part[] => body.parts;
const mine = orders.find((order) =>
  partsOf(order).some((part) => part.department === department && part.state === 'dispatched'),
)!;
const foreign = orders.find(
  (order) => order.status === 'open' && partsOf(order).every((part) => part.department !== department),
)!;
const myPart = partsOf(mine).find((part) => part.department === department)!;
const theirPart = partsOf(mine).find((part) => part.department !== department)!;

describe.each(Object.keys(ENGINES) as (keyof typeof ENGINES)[])('a handler on %s', (engine) => {
  let end: () => Promise<void>;
  let a: Caller;
  let handler: Browser;

  beforeAll(async () => {
    const made = await ENGINES[engine]();
    const endpoint = await listen(await made.open());
    end = async () => {
      await endpoint.stop();
      await endpoint.store.close();
      await made.end();
    };
    a = await Caller.enrol(endpoint, 'A');
    for (const collection of ['directory', ...COLLECTIONS.filter((name) => name !== 'directory')] as const)
      await a.addAll(collection, records.get(collection) ?? []);
    handler = await Browser.of(endpoint, '5001');
  });
  afterAll(() => end());

  const commit = async (command: string, input: object): Promise<CommitAnswer> =>
    (await handler.post<CommitAnswer>('/commit', { command, input, actId: randomUUID() })).body;
  const stored = async (): Promise<WorkOrder> =>
    (await a.pullAll('tickets', 1_000)).find(({ id }) => id === mine.id) as unknown as WorkOrder;
  const on = (part: Part, rest: object): object => ({ id: mine.id, part: part.id, toldBy: '', ...rest });

  it('accepts, tells and finishes their own part; the desk pulls it', async () => {
    expect((await commit('workOrder.accept', on(myPart, { assignee: '高教练', visit: '' }))).ok).toBe(true);
    expect((await commit('workOrder.progress', on(myPart, { text: '在办' }))).ok).toBe(true);
    expect((await commit('workOrder.finish', on(myPart, { text: '已办好' }))).ok).toBe(true);
    const order = await stored();
    expect(order.ver.W).toBe(3);
    expect(partsOf(order).find(({ id }) => id === myPart.id)).toMatchObject({
      state: 'done',
      result: '已办好',
      assignee: '高教练',
    });
    expect(order.body.progress.at(-1)).toMatchObject({ by: coach.id, toldBy: '' });
  });

  it('moves neither another department’s part nor an order that is not theirs', async () => {
    expect(await commit('workOrder.handBack', on(theirPart, { reason: '不归我' }))).toEqual({
      ok: false,
      refusals: [{ code: 'notYourDepartment' }],
    });
    const elsewhere = { id: foreign.id, part: partsOf(foreign)[0]!.id, toldBy: '', text: '好了' };
    expect((await commit('workOrder.finish', elsewhere)).ok).toBe(false);
  });

  it('neither confirms with the customer nor voids: these acts are the desk’s', async () => {
    const confirm = {
      id: mine.id,
      way: 'phone',
      result: 'satisfied',
      note: '',
      close: true,
      reopen: [],
      due: '',
    };
    for (const [command, input] of [
      ['workOrder.confirm', confirm],
      ['workOrder.void', { id: mine.id, reason: '重复' }],
      ['workOrder.reassign', on(myPart, { department: '', assignee: '', content: '', due: '', reason: '' })],
    ] as const)
      expect((await handler.post('/commit', { command, input, actId: randomUUID() })).status).not.toBe(200);
  });
});
