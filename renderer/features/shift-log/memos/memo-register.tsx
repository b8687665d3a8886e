/** 备忘: what the signed-in person noted for themselves; nobody else is shown it. */
import { useMemo, useState, type ReactElement } from 'react';
import { useLocation } from 'wouter';
import { NEVER_DUE } from '@shared/core/envelope';
import type { Memo } from '@shared/memos/schema';
import { finishMemo, writeMemo, type MemoFields } from '@shared/memos/write';
import { runCommand } from '../../../data/gateway';
import { useLive } from '../../../data/live';
import { range } from '../../../data/read';
import { useSession } from '../../../data/session';
import { TextField } from '../../../ui/fields';
import { WordsFilter } from '../../../ui/filters';
import { FormPanel, useForm } from '../../../ui/form';
import { refusalText, t, type MessageKey } from '../../../ui/i18n';
import { RecordPanel } from '../../../ui/record-panel';
import { RegisterPage, Segmented } from '../../../ui/register-page';
import { RegisterTable, type RegisterColumn } from '../../../ui/register-table';
import { ListState, NoRecord } from '../../../ui/states';
import { toast } from '../../../ui/toast';
import { dayTime, toCivil, toInstant } from '../../../ui/typed';
import { useMinute } from '../../../ui/use-minute';
import { Tabs } from '../tabs';

const BASE = '/shift/memos';
const NONE: readonly Memo[] = [];
const isDue = ({ status, dueAt }: Memo, now: string): boolean => status === 'open' && dueAt <= now;

function columns(now: string): readonly RegisterColumn<Memo>[] {
  return [
    {
      key: 'text',
      title: t('shiftLog.column.text'),
      width: 'minmax(160px, 3fr)',
      render: ({ body }) => body.text,
      sort: ({ body }) => body.text,
    },
    {
      key: 'remind',
      title: t('shiftLog.column.remind'),
      width: '116px',
      render: ({ dueAt }) => (dueAt === NEVER_DUE ? '' : dayTime(dueAt)),
      sort: ({ dueAt }) => dueAt,
    },
    {
      key: 'at',
      title: t('shiftLog.column.time'),
      width: '116px',
      render: ({ at }) => dayTime(at),
      sort: ({ at }) => at,
      wideOnly: true,
    },
    {
      key: 'state',
      title: t('shiftLog.column.state'),
      width: '90px',
      render: (memo) =>
        isDue(memo, now) ? <span className="tag overdue">{t('shiftLog.memo.due')}</span> : null,
    },
  ];
}

export function MemoRegister({ record }: { readonly record: string }): ReactElement {
  const [, navigate] = useLocation();
  const now = useMinute();
  const me = useSession(({ actor }) => actor?.id ?? '');
  const [segment, setSegment] = useState<Memo['status']>('open');
  const [words, setWords] = useState('');
  const [editing, setEditing] = useState('');
  const live = useLive<readonly Memo[]>(
    async () =>
      (await range('roster', 'key', [me], [me])).filter((doc): doc is Memo => doc.kind === 'memo').reverse(),
    ['roster'],
    [me],
  );
  const memos = live.state === 'ready' ? live.value : NONE;
  const word = words.trim().toLowerCase();
  const found = useMemo(
    () => memos.filter(({ body }) => body.text.toLowerCase().includes(word)),
    [memos, word],
  );
  const shown = useMemo(() => found.filter(({ status }) => status === segment), [found, segment]);
  const tableColumns = useMemo(() => columns(now), [now]);
  const open = (id: string | null): void => {
    setEditing('');
    navigate(id ? `${BASE}/${id}` : BASE, { replace: true });
  };
  const memo = memos.find(({ id }) => id === record);
  const finish = async ({ id, status }: Memo): Promise<void> => {
    const outcome = await runCommand(finishMemo, { id, done: status === 'open' });
    if (!outcome.ok)
      for (const { code, params } of outcome.refusals) toast(refusalText(code, params), { level: 'error' });
  };
  return (
    <RegisterPage
      title={t('shiftLog.title')}
      hint={<Tabs current="memos" />}
      onNew={{ label: t('shiftLog.memo.new'), run: () => navigate(`${BASE}/new`) }}
      filters={
        <>
          <Segmented
            label={t('shiftLog.column.state')}
            value={segment}
            options={(['open', 'done'] as const).map((value) => ({
              value,
              label: t(`shiftLog.memo.segment.${value}`),
              count: found.filter(({ status }) => status === value).length,
            }))}
            onChange={setSegment}
          />
          <WordsFilter label={t('shiftLog.memo.filterWords')} value={words} onChange={setWords} />
          <span className="quiet">{t('shiftLog.memo.private')}</span>
        </>
      }
      table={
        <RegisterTable
          label={t('shiftLog.tab.memos')}
          columns={tableColumns}
          rows={shown}
          selected={record}
          onSelect={open}
          empty={
            <ListState state={live.state} title={t('shiftLog.memo.empty')}>
              {t('shiftLog.memo.emptyHint')}
            </ListState>
          }
          foot={t('shiftLog.memo.rows', { count: shown.length })}
        />
      }
      side={
        record === '' ? null : record === 'new' ? (
          <MemoForm memo={null} onSaved={open} onClose={() => open(null)} />
        ) : !memo ? (
          <NoRecord state={live.state} />
        ) : editing === memo.id ? (
          <MemoForm memo={memo} onSaved={open} onClose={() => open(memo.id)} />
        ) : (
          <RecordPanel
            number={t('shiftLog.memo.private')}
            title={t('shiftLog.memo.newTitle')}
            tags={isDue(memo, now) && <span className="tag overdue">{t('shiftLog.memo.due')}</span>}
            onClose={() => open(null)}
            facts={[
              [t('shiftLog.memo.text'), <span className="pre">{memo.body.text}</span>],
              [t('shiftLog.memo.remind'), memo.dueAt === NEVER_DUE ? '' : dayTime(memo.dueAt)],
            ]}
            log={memo.body.log ?? []}
            describe={({ act }) => t(`shiftLog.act.${act}` as MessageKey)}
            actions={
              <>
                <button type="button" className="button primary grow" onClick={() => void finish(memo)}>
                  {t(memo.status === 'open' ? 'shiftLog.memo.done' : 'shiftLog.memo.reopen')}
                </button>
                <button type="button" className="button" onClick={() => setEditing(memo.id)}>
                  {t('shiftLog.memo.edit')}
                </button>
              </>
            }
          />
        )
      }
    />
  );
}

interface MemoFormProps {
  readonly memo: Memo | null;
  readonly onSaved: (id: string) => void;
  readonly onClose: () => void;
}

function MemoForm({ memo, onSaved, onClose }: MemoFormProps): ReactElement {
  const me = useSession(({ actor }) => actor?.id ?? '');
  const form = useForm<MemoFields>({
    // A draft is as private as the memo.
    draftKey: `memo:${me}:${memo?.id ?? ''}`,
    initial: {
      text: memo?.body.text ?? '',
      remindAt: memo && memo.dueAt !== NEVER_DUE ? toCivil(memo.dueAt) : '',
    },
    save: (values, actId) =>
      runCommand(
        writeMemo,
        { id: memo?.id ?? actId, fields: { ...values, remindAt: toInstant(values.remindAt) } },
        { actId },
      ),
    onSaved: ([doc]) => {
      toast(t('shiftLog.memo.saved'));
      if (doc) onSaved(doc.id);
    },
  });
  return (
    <FormPanel
      form={form}
      title={t('shiftLog.memo.newTitle')}
      submitLabel={t('shiftLog.memo.save')}
      onClose={onClose}
    >
      <TextField
        form={form}
        name="text"
        label={t('shiftLog.memo.text')}
        help={t('shiftLog.memo.private')}
        rows={5}
        required
        wide
      />
      <TextField
        form={form}
        name="remindAt"
        label={t('shiftLog.memo.remind')}
        help={t('shiftLog.memo.remindHelp')}
        type="datetime-local"
        wide
      />
    </FormPanel>
  );
}
