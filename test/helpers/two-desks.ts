/** Two desks of one club in the real app, at an endpoint that can be taken away and given back. */
import type { Store } from '../../server/store/store';
import { demoDesk, dropProfile, signInAs, startDesk, type Desk } from './app';
import { ENGINES, listen } from './endpoint';
import { openPage } from './service';
import { joinBy, pill, SOON } from './sync';

export interface TwoDesks {
  /** The desk that made the demo club; the administrator, who is a lead too, is signed in. */
  readonly a: Desk;
  /** The desk that joined; the lead 1002 is signed in. */
  readonly b: Desk;
  /** Both desks are alone from now on. */
  readonly part: () => Promise<void>;
  /** They meet again. */
  readonly meet: () => Promise<void>;
  readonly end: () => Promise<void>;
}

/** @param clock what both desks take for the time */
export async function startTwoDesks(clock: string): Promise<TwoDesks> {
  const made = await ENGINES.sqlite();
  const store: Store = await made.open();
  let endpoint = await listen(store);
  const port = Number(new URL(endpoint.url).port);
  const args = [`--clock=${clock}`];
  const a = await demoDesk('9001', { args });
  const b = await startDesk({ args });
  await openPage(a.page, '/sync', '多台同步');
  await a.page.getByLabel('端点地址').fill(new URL(endpoint.url).origin);
  await a.page.getByLabel('一次性代码').fill(await endpoint.newCode());
  await a.page.keyboard.press('Control+Enter');
  await pill(a.page, '已同步');
  await b.page.getByRole('button', { name: '加入已有俱乐部' }).click();
  await joinBy(b.page, endpoint, '练习场前台');
  await b.page.locator('input[name=staffNo]').waitFor(SOON);
  await signInAs(b.page, '1002');
  await pill(b.page, '已同步');
  return {
    a,
    b,
    part: () => endpoint.stop(),
    meet: async () => {
      endpoint = await listen(store, {}, port);
    },
    end: async () => {
      for (const desk of [a, b]) {
        await desk.close();
        dropProfile(desk.profile);
      }
      await endpoint.stop();
      await store.close();
      await made.end();
    },
  };
}
