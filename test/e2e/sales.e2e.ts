/** The counter by keyboard (DOMAIN §4): scan, take money, print, give back; nothing twice, nothing half. */
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { demoDesk, DEMO_PIN, demoProfile, dropProfile, signInAs, startDesk, type Desk } from '../helpers/app';
import { goTo, notice } from '../helpers/visits';

/** Barcodes of the demo shop: a box of balls at ¥120, member ¥108; a carton of it. */
const BALLS = '6901234500011';

const SHOTS = process.env.DESKBOOK_PICTURES ?? '';
let desk: Desk;

beforeAll(async () => {
  desk = await demoDesk('1001', { args: ['--clock=2026-11-21T02:40:00.000Z'] });
});
afterAll(() => desk.close());

/** The scan line with the focus. */
async function counter(): Promise<void> {
  await goTo(desk.page, '/sales');
  await desk.page.locator('.scan-line input:focus').waitFor();
}

const scan = async (...codes: readonly string[]): Promise<void> => {
  for (const code of codes) {
    await desk.page.keyboard.type(code);
    await desk.page.keyboard.press('Enter');
  }
};
/** What stands over the next sale about the last one. */
const lastSale = (text: RegExp): Promise<void> =>
  desk.page.locator('.counter .last-sale').getByText(text).waitFor();
const total = (): Promise<string | null> => desk.page.locator('.counter .grand').textContent();
const rows = (): ReturnType<Desk['page']['locator']> => desk.page.locator('.sale-lines tbody tr');

async function salesToday(): Promise<number> {
  await goTo(desk.page, '/sales/list');
  const all = desk.page.getByRole('button', { name: /^全部 \d/ });
  await desk.page.getByRole('grid').locator('[data-id]').first().waitFor();
  return Number(/\d+/.exec((await all.textContent()) ?? '')?.[0]);
}

describe('a sale by keyboard', () => {
  it('adds what is scanned, by code, by pinyin and by the dozen', async () => {
    await counter();
    await scan(BALLS, BALLS, '4*6901234500011');
    await expect.poll(total).toBe('¥720.00');
    // Alone, it is the quantity of what was scanned last.
    await scan('5*');
    await expect.poll(total).toBe('¥600.00');
    expect(await rows().count()).toBe(1);
    await desk.page.keyboard.type('kqs');
    await desk.page.locator('.scan-line [role=option]').first().waitFor();
    await desk.page.keyboard.press('Enter');
    await expect.poll(() => rows().count()).toBe(2);
  });

  it('keeps the sale when a code is unknown', async () => {
    await scan('6999999999999');
    await desk.page.getByText('没有这个条码或商品：6999999999999').waitFor();
    expect(await rows().count()).toBe(2);
    await desk.page.keyboard.press('Escape');
  });

  it('keeps what was typed over a reload', async () => {
    // A draft reaches the disk a quarter of a second after the last key.
    await desk.page.waitForTimeout(600);
    await desk.page.reload();
    await desk.page.locator('.scan-line input').waitFor();
    await expect.poll(() => rows().count()).toBe(2);
  });

  it('goes to the money on an empty line, shows the change, and is one sale however often Enter is pressed', async () => {
    const before = await salesToday();
    await counter();
    await expect.poll(() => rows().count()).toBe(2);
    await desk.page.keyboard.press('Enter');
    await desk.page.keyboard.type('700');
    await desk.page.locator('.payment-line .change').getByText('¥95.00').waitFor();
    await desk.page.keyboard.press('Control+Enter');
    await desk.page.keyboard.press('Control+Enter');
    await lastSale(/已收款 ¥605\.00/);
    await lastSale(/找零 ¥95\.00/);
    await desk.page.locator('.scan-line input:focus').waitFor();
    expect(await rows().count()).toBe(0);
    expect(await salesToday()).toBe(before + 1);
  });

  it('waits until the clerk has seen money that is not cash', async () => {
    await counter();
    await scan(BALLS);
    await desk.page.keyboard.press('Alt+3');
    await desk.page.keyboard.press('Control+Enter');
    await desk.page.getByText('请确认已收到款项').waitFor();
    await desk.page.locator('.payment-line input[type=checkbox]').focus();
    await desk.page.keyboard.press('Enter');
    await desk.page.keyboard.press('Control+Enter');
    await lastSale(/已收款 ¥120\.00/);
  });

  it("sells at a member's price from the member's own account, without a mouse", async () => {
    await counter();
    await scan(BALLS);
    await desk.page.keyboard.press('Alt+0');
    await desk.page.locator('.panel.record .account-picker input:focus').waitFor();
    await desk.page.keyboard.type('hxl');
    await desk.page.locator('.account-picker [role=option]').getByText('黄秀兰').waitFor();
    await desk.page.keyboard.press('Enter');
    await expect.poll(total).toBe('¥108.00');
    await desk.page.keyboard.press('Alt+7');
    await desk.page.locator('.payment-line .account-picker input:focus').waitFor();
    await desk.page.keyboard.press('Enter');
    await desk.page.locator('.payment-line input[type=checkbox]:focus').waitFor();
    await desk.page.keyboard.press('Enter');
    await desk.page.keyboard.press('Control+Enter');
    await lastSale(/已收款 ¥108\.00/);
    await desk.page.keyboard.press('Control+P');
    await desk.page.getByText('打印预览').waitFor();
    await desk.page.getByText('共 1 页').waitFor();
    await desk.page.keyboard.press('Escape');
  });

  it('asks for a lead above the limit', async () => {
    await counter();
    await scan(BALLS);
    await desk.page.keyboard.press('Alt+0');
    await desk.page.locator('.panel.record .account-picker input:focus').waitFor();
    await desk.page.keyboard.press('Enter');
    await desk.page.keyboard.type('30%');
    await expect.poll(total).toBe('¥84.00');
    await desk.page.getByLabel('抹零').fill('4');
    await desk.page.getByLabel('优惠原因').fill('老客户');
    await desk.page.keyboard.press('Control+Enter');
    await desk.page.getByText('须由客服主管输入工号和密码确认').first().waitFor();
    await desk.page.getByRole('button', { name: '输入工号和密码' }).click();
    const dialog = desk.page.locator('dialog[open]');
    await dialog.locator('input').first().fill('1002');
    await dialog.locator('input[type=password]').fill(DEMO_PIN);
    await desk.page.keyboard.press('Enter');
    await desk.page.getByText(/周立/).first().waitFor();
    await desk.page.keyboard.press('Control+Enter');
    await lastSale(/已收款 ¥80\.00/);
  });
});

describe('what was sold', () => {
  it('comes back in part, the way it was paid, with a lead', async () => {
    await goTo(desk.page, '/sales/list');
    await desk.page
      .getByRole('grid')
      .locator('[data-id]')
      .filter({ hasText: '高尔夫球 三层 3 粒装 ×5' })
      .click();
    await desk.page
      .locator('.panel.record .actions')
      .getByRole('button', { name: '退货', exact: true })
      .click();
    await desk.page.getByLabel('退几件 高尔夫球 三层').fill('2');
    await desk.page.getByLabel('退货原因').fill('买多了');
    await desk.page.getByRole('button', { name: '输入工号和密码' }).click();
    const dialog = desk.page.locator('dialog[open]');
    await dialog.locator('input').first().fill('1002');
    await dialog.locator('input[type=password]').fill(DEMO_PIN);
    await desk.page.keyboard.press('Enter');
    await desk.page.getByRole('button', { name: '退款 ¥240.00' }).click();
    await notice(desk.page, /已退款 ¥240\.00/).waitFor();
    await desk.page.getByText(/退款 ¥240\.00，买多了（周立 批准）/).waitFor();
    await desk.page.getByText('部分退货').first().waitFor();
  });

  it('has its receipt as a preview', async () => {
    await desk.page.getByRole('button', { name: '打印小票' }).first().click();
    await desk.page.getByText('打印预览').waitFor();
    await desk.page.getByText('共 1 页').waitFor();
    await desk.page.keyboard.press('Escape');
  });
});

describe('a basket set aside', () => {
  const parked = (): ReturnType<Desk['page']['locator']> => desk.page.locator('.parked-one');

  it('waits while the next customer is served, over a reload, and is sold afterwards', async () => {
    const before = await salesToday();
    await counter();
    await scan(BALLS, BALLS);
    await expect.poll(total).toBe('¥240.00');
    await desk.page.keyboard.press('F4');
    await notice(desk.page, '已挂单').waitFor();
    await expect.poll(() => rows().count()).toBe(0);
    await desk.page.locator('.scan-line input:focus').waitFor();
    await scan(BALLS);
    await desk.page.keyboard.press('Enter');
    await desk.page.keyboard.type('120');
    await desk.page.keyboard.press('Control+Enter');
    await lastSale(/已收款 ¥120\.00/);
    await desk.page.reload();
    await counter();
    expect(await parked().innerText()).toContain('林晓彤');
    await parked().getByRole('button').first().click();
    await expect.poll(total).toBe('¥240.00');
    expect(await parked().count()).toBe(0);
    await desk.page.keyboard.press('Enter');
    await desk.page.keyboard.type('240');
    await desk.page.keyboard.press('Control+Enter');
    await lastSale(/已收款 ¥240\.00/);
    expect(await salesToday()).toBe(before + 2);
  });

  it('changes places with the one at hand, stands on Today, and comes back when it was thrown away by mistake', async () => {
    const { page } = desk;
    await counter();
    await scan(BALLS);
    await expect.poll(total).toBe('¥120.00');
    // Pressed twice before the first is through, it is one basket.
    await page.evaluate(() => {
      for (let press = 0; press < 2; press += 1)
        window.dispatchEvent(new KeyboardEvent('keydown', { key: 'F4' }));
    });
    await expect.poll(() => rows().count()).toBe(0);
    expect(await parked().count()).toBe(1);
    await scan(BALLS, BALLS, BALLS);
    await expect.poll(total).toBe('¥360.00');
    await parked().getByRole('button').first().click();
    await expect.poll(total).toBe('¥120.00');
    expect(await parked().innerText()).toContain('¥360.00');
    await goTo(page, '/');
    const line = page.locator('.todo', { hasText: '还有 1 张挂单没有收款' });
    await line.getByRole('link').click();
    await expect.poll(total).toBe('¥120.00');
    await parked()
      .getByRole('button', { name: /^不要这一单/ })
      .click();
    await parked().first().waitFor({ state: 'detached' });
    await page.locator('.toast', { hasText: '已去掉一张挂单' }).getByRole('button', { name: '撤销' }).click();
    expect(await parked().innerText()).toContain('¥360.00');
    if (SHOTS) await page.screenshot({ path: `${SHOTS}/sale-parked.png` });
    await parked()
      .getByRole('button', { name: /^不要这一单/ })
      .click();
    await page.getByRole('button', { name: '取消' }).click();
  });
});

describe('a basket set aside and forgotten', () => {
  /** Keys of what is typed and not saved on this PC. */
  const typed = (of: Desk): Promise<readonly string[]> =>
    of.page.evaluate(
      () =>
        new Promise((resolve) => {
          const opened = indexedDB.open('deskbook-local');
          opened.onsuccess = () => {
            const keys = opened.result.transaction('drafts').objectStore('drafts').getAllKeys();
            keys.onsuccess = () => {
              opened.result.close();
              resolve(keys.result as string[]);
            };
          };
        }),
    );
  const parkedKeys = async (of: Desk): Promise<number> =>
    (await typed(of)).filter((key) => key.startsWith('sale.parked.')).length;

  it('goes with what is past the retention time, for a name may stand in it', async () => {
    const profile = await demoProfile('2026-11-21T02:40:00.000Z');
    const start = async (clock: string): Promise<Desk> => {
      const started = await startDesk({ profile, args: [`--clock=${clock}`] });
      await signInAs(started.page, '1001');
      return started;
    };
    const first = await start('2026-11-21T02:40:00.000Z');
    await goTo(first.page, '/sales');
    await first.page.locator('.scan-line input:focus').waitFor();
    await first.page.keyboard.type(BALLS);
    await first.page.keyboard.press('Enter');
    await first.page.locator('.sale-lines tbody tr').waitFor();
    await first.page.keyboard.press('F4');
    await notice(first.page, '已挂单').waitFor();
    expect(await parkedKeys(first)).toBe(1);
    await first.close();
    const later = await start('2028-11-20T02:40:00.000Z');
    await goTo(later.page, '/sales');
    await later.page.locator('.parked-one').waitFor();
    await later.close();
    const past = await start('2028-11-22T02:40:00.000Z');
    await expect.poll(() => parkedKeys(past), { timeout: 60_000 }).toBe(0);
    await past.close();
    dropProfile(profile);
  });
});
