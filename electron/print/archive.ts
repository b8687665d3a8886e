/**
 * Every form that was printed or saved stays in `<profile>/archive/<day>/` for the retention time; forms
 * of money stay for ever (DOMAIN §2). File names carry the form's title and number or period, no customer.
 */
import fs from 'node:fs/promises';
import path from 'node:path';
import { addDays, civil, monthsBefore } from '../../shared/core/time';
import { forms as words } from '../../shared/messages/zh-CN/forms';
import type { RenderedForm } from './protocol';

const KEPT = `（${words.keptForEver}）.pdf`;

const safe = (text: string): string => text.replace(/[^\p{L}\p{N}._-]+/gu, '-').slice(0, 80);

/** Keeps a copy of a form's PDF; returns its path. `now` is an ISO instant. */
export async function keepForm(
  archive: string,
  file: string,
  { title, reference, money }: RenderedForm,
  now: string,
): Promise<string> {
  const time = civil(now);
  const folder = path.join(archive, time.slice(0, 10));
  await fs.mkdir(folder, { recursive: true });
  const stem = [safe(title), safe(reference), time.slice(11, 19).replaceAll(':', '')]
    .filter(Boolean)
    .join('-');
  for (let copy = 1; ; copy++) {
    const target = path.join(folder, `${stem}${copy > 1 ? `-${copy}` : ''}${money ? KEPT : '.pdf'}`);
    try {
      await fs.copyFile(file, target, fs.constants.COPYFILE_EXCL);
      return target;
    } catch (error) {
      if ((error as NodeJS.ErrnoException).code !== 'EEXIST') throw error;
    }
  }
}

const ISSUE = /-(\d{4}-\d{2}-\d{2})-\d{6}\.pdf$/;

/**
 * Keeps a form that is made anew by schedule in `<archive>/<title>/`, the newest `count` issues of it; returns the
 * folder. An issue dated later than this one was made under a wrong clock and goes too. Whole or not at all: what
 * lies there is read when nothing else works.
 */
export async function keepIssue(
  archive: string,
  file: string,
  { title }: RenderedForm,
  now: string,
  count: number,
): Promise<string> {
  const time = civil(now);
  const folder = path.join(archive, safe(title));
  await fs.mkdir(folder, { recursive: true });
  const name = `${safe(title)}-${time.slice(0, 10)}-${time.slice(11, 19).replaceAll(':', '')}.pdf`;
  const unfinished = path.join(folder, `${name}.part`);
  await fs.copyFile(file, unfinished);
  await fs.rename(unfinished, path.join(folder, name));
  const issues = (await fs.readdir(folder)).filter((each) => ISSUE.test(each)).sort();
  const kept = issues.filter((each) => each <= name).slice(-count);
  for (const each of issues.filter((one) => !kept.includes(one))) await fs.rm(path.join(folder, each));
  return folder;
}

/** The last day whose forms have outlived the retention time. Days of longer months count to the month's end. */
export function lastExpiredDay(now: string, retentionMonths: number): string {
  return addDays(monthsBefore(civil(now).slice(0, 10), retentionMonths), -1);
}

/** Removes forms that outlived the retention time; returns how many. */
export async function sweepArchive(archive: string, retentionMonths: number, now: string): Promise<number> {
  const expired = lastExpiredDay(now, retentionMonths);
  const days = await fs.readdir(archive).catch((): string[] => []);
  let removed = 0;
  for (const day of days.filter((name) => /^\d{4}-\d{2}-\d{2}$/.test(name) && name <= expired)) {
    const folder = path.join(archive, day);
    const files = await fs.readdir(folder);
    for (const name of files.filter((each) => !each.endsWith(KEPT))) {
      await fs.rm(path.join(folder, name), { force: true });
      removed++;
    }
    // Goes only when nothing is kept in it.
    await fs.rmdir(folder).catch(() => undefined);
  }
  return removed + (await sweepIssues(archive, expired));
}

/** Issues of forms made by schedule stay behind when the schedule is switched off; they have names in them too. */
async function sweepIssues(archive: string, expired: string): Promise<number> {
  const files = await fs.readdir(archive, { recursive: true }).catch((): string[] => []);
  const old = files.filter((file) => {
    const day = ISSUE.exec(file)?.[1];
    return day !== undefined && day <= expired && !/^\d{4}-/.test(file);
  });
  for (const file of old) await fs.rm(path.join(archive, file), { force: true });
  return old.length;
}
