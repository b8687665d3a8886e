// Issue 6, point 3: a department handler answers complaints in the browser, and sees only those of the department.
import type { Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Actor } from '@shared/core/command';
import { assignComplaint } from '@shared/complaints/assign';
import { determineComplaint } from '@shared/complaints/determine';
import { inquireComplaint } from '@shared/complaints/inquire';
import { EMPTY_COMPLAINT } from '@shared/complaints/receive-fields';
import { receiveComplaint } from '@shared/complaints/receive';
import type { Complaint } from '@shared/complaints/schema';
import type { Staff } from '@shared/directory/schema';
import { Desk } from '../helpers/desk';
import { dialog, side } from '../helpers/service';
import { firstSignIn, startWebView, type WebView } from '../helpers/web-view';

const MATTER = '教练迟到二十分钟，没有说明';
let web: WebView;
let page: Page;
let heard: Promise<string>[];

const people = (): readonly Staff[] =>
  (web.records.get('directory') ?? []).filter((doc): doc is Staff => doc.kind === 'staff');
const actor = (staffNo: string): Actor => {
  const staff = people().find(({ body }) => body.staffNo === staffNo);
  if (!staff) throw new Error(`no ${staffNo}`);
  const { name, roles, departments } = staff.body;
  return { id: staff.id, name, roles, departments };
};

/** A complaint given to the handler's department, which is asked about a delay as well. */
function given(department: string): Complaint {
  const desk = new Desk(new Date().toISOString());
  for (const doc of [...(web.records.get('directory') ?? []), ...(web.records.get('tickets') ?? [])])
    desk.records.set(doc.id, doc);
  const [clerk, lead] = [actor('1001'), actor('1002')];
  const id = '019aa000-0000-7000-8000-00000000c001';
  const fields = { ...EMPTY_COMPLAINT, name: '刘志远', phone: '13912345678', identity: 'member' as const };
  const run = <I>(...[command, input, act]: Parameters<typeof desk.codes<I>>): void =>
    expect(
      desk.codes(command, input, { ...act, actId: `${id}-${String(desk.records.get(id)?.ver.A ?? 0)}` }),
    ).toEqual([]);
  run(
    receiveComplaint,
    {
      id,
      fields: { ...fields, channel: 'phone', summary: MATTER, department, apologised: true },
      origin: null,
    },
    { actor: clerk },
  );
  run(determineComplaint, { id, kind: 'assist', ground: '属实' }, { actor: clerk });
  const handler = { kind: 'department' as const, department, person: '高教练', reason: '由教练部办理' };
  run(assignComplaint, { id, ...handler }, { actor: lead });
  run(inquireComplaint, { id, department, question: '为何没有提前通知客户？' }, { actor: clerk });
  return desk.get<Complaint>(id);
}

const stored = async (id: string): Promise<Complaint> => {
  const doc = (await web.desk.pullAll('tickets', 1_000)).find((one) => one.id === id);
  return doc as unknown as Complaint;
};

beforeAll(async () => {
  web = await startWebView('sqlite');
});
afterAll(() => web.end());

describe('a department handler in the browser', () => {
  let complaint: Complaint;

  it('sees the complaints of the department and nothing of others', async () => {
    const handler = actor('5001');
    const department = handler.departments[0] ?? '';
    complaint = given(department);
    await web.desk.addAll('tickets', [complaint]);
    page = await (await web.profile()).newPage();
    heard = [];
    page.on('response', (response) => {
      if (response.url().includes('/api/v1/') && !response.url().includes('/web/stream'))
        heard.push(response.text().catch(() => ''));
    });
    await firstSignIn(web, page, '5001');
    await page.evaluate((path) => void (window.location.hash = path), `/complaints/${complaint.id}`);
    await side(page).getByText(MATTER).first().waitFor();
    const text = (await Promise.all(heard)).join('\n');
    const others = (web.records.get('tickets') ?? []).filter(
      (doc) =>
        doc.kind === 'complaint' &&
        doc.body.no !== undefined &&
        !JSON.stringify(doc.body).includes(department),
    );
    expect(others.length).toBeGreaterThan(0);
    for (const { id } of others) expect(text).not.toContain(id);
  });

  it('records what was done and explains the delay, and is offered nothing that is the desk’s', async () => {
    const offered = await side(page).locator('.actions').innerText();
    for (const act of ['答复客户', '解决并答复', '审查', '交办', '延期', '作废'])
      expect(offered).not.toContain(act);
    await side(page).locator('.actions').getByRole('button', { name: '记录办理' }).click();
    await dialog(page).locator('button[type=submit]').click();
    await dialog(page).getByText('请填写').first().waitFor();
    await dialog(page).getByLabel('内容').fill('已约客户补课一节');
    await dialog(page).locator('button[type=submit]').click();
    await dialog(page).waitFor({ state: 'detached' });
    await side(page).getByText('已约客户补课一节').first().waitFor();

    await side(page).getByRole('button', { name: '记录说明' }).first().click();
    await dialog(page).getByLabel('说明人').fill('高教练');
    await dialog(page).locator('textarea').fill('前一节课超时');
    await dialog(page).locator('button[type=submit]').click();
    await dialog(page).waitFor({ state: 'detached' });
    await side(page).getByText('前一节课超时').first().waitFor();

    const last = async (): Promise<readonly (readonly [string, string, string])[]> =>
      (await stored(complaint.id)).body.events.slice(-2).map(({ type, by, desk }) => [type, by, desk]);
    await expect.poll(last).toEqual([
      ['handled', actor('5001').id, 'W'],
      ['explained', actor('5001').id, 'W'],
    ]);
    expect((await stored(complaint.id)).status).toBe('handling');
  });
});
