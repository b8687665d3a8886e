/** 《统一答复手册》 on paper, and the list as an Excel file. */
import type { Reply } from '@shared/replies/schema';
import type { ReplyBookInput } from '@shared/replies/forms/reply-book';
import { replies as words } from '@shared/messages/zh-CN/replies';
import { useDirectory } from '../../data/directory';
import { today } from '../../data/session';
import { exportList } from '../../ui/export-list';
import { printForm } from '../../ui/print/print-form';

export function printReplies(replies: readonly Reply[]): void {
  const { clubName, forbiddenWords } = useDirectory.getState().settings;
  const day = today();
  const data: ReplyBookInput = {
    club: clubName,
    day,
    forbidden: forbiddenWords,
    rows: replies.map(({ body: { situation, category, wording, forbidden, version } }) => ({
      situation,
      category,
      wording,
      forbidden: forbidden.join('、'),
      version,
    })),
  };
  printForm({ form: 'reply-book', title: words.form.title, data, reference: day });
}

export function exportReplies(replies: readonly Reply[], usage: ReadonlyMap<string, number>): Promise<void> {
  return exportList({
    register: 'replies',
    title: words.title,
    of: today(),
    columns: [
      { title: words.field.category, width: 14, value: ({ body }) => body.category },
      { title: words.field.situation, width: 36, value: ({ body }) => body.situation },
      { title: words.field.wording, width: 60, value: ({ body }) => body.wording },
      { title: words.field.forbidden, width: 24, value: ({ body }) => body.forbidden.join('、') },
      { title: words.field.version, width: 8, value: ({ body }) => body.version },
      { title: words.usedColumn, width: 14, value: ({ id }) => usage.get(id) ?? 0 },
      { title: words.field.status, width: 10, value: ({ status }) => words.status[status] },
    ],
    rows: replies,
  });
}
