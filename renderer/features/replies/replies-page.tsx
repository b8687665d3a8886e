/** 统一答复: what is said in which situation, by version; found by words and pinyin. */
import { useEffect, useMemo, useState, type ReactElement } from 'react';
import { useLocation } from 'wouter';
import { DESK_ROLES, hasRole } from '@shared/core/roles';
import { REPLY_STATUSES, type Reply, type ReplyBody } from '@shared/replies/schema';
import { findReplies, useReplies } from '../../data/replies';
import { useSession } from '../../data/session';
import { ChoiceFilter, WordsFilter } from '../../ui/filters';
import { t } from '../../ui/i18n';
import { RegisterPage, Segmented } from '../../ui/register-page';
import { RegisterTable, type RegisterColumn } from '../../ui/register-table';
import { ListState, NoRecord } from '../../ui/states';
import { exportReplies, printReplies } from './prints';
import './replies.css';
import { ReplyForm } from './reply-form';
import { ReplyPanel } from './reply-panel';
import { useUsage } from './use-usage';
import { NO_FILTERS, useReplyFilters } from './view-state';

/** Replies that hold the typed words; while the answer is awaited the last one stands. */
function useWords(replies: readonly Reply[], words: string): readonly Reply[] {
  const [found, setFound] = useState<ReadonlySet<ReplyBody> | null>(null);
  useEffect(() => {
    let gone = false;
    void findReplies(
      replies.map(({ body }) => body),
      words,
    ).then((bodies) => {
      if (!gone) setFound(words.trim() === '' ? null : new Set(bodies));
    });
    return () => {
      gone = true;
    };
  }, [replies, words]);
  return useMemo(() => (found ? replies.filter(({ body }) => found.has(body)) : replies), [replies, found]);
}

function columnsOf(usage: ReadonlyMap<string, number>): readonly RegisterColumn<Reply>[] {
  return [
    {
      key: 'category',
      title: t('replies.field.category'),
      width: '110px',
      render: ({ body }) => body.category,
      sort: ({ body }) => body.category,
    },
    {
      key: 'situation',
      title: t('replies.field.situation'),
      width: 'minmax(140px, 1fr)',
      render: ({ body }) => body.situation,
      sort: ({ body }) => body.situation,
    },
    {
      key: 'wording',
      title: t('replies.field.wording'),
      width: 'minmax(160px, 2fr)',
      render: ({ body }) => <span title={body.wording}>{body.wording}</span>,
      wideOnly: true,
    },
    {
      key: 'version',
      title: t('replies.field.version'),
      width: '64px',
      align: 'right',
      render: ({ body }) => body.version,
      sort: ({ body }) => body.version,
      wideOnly: true,
    },
    {
      key: 'uses',
      title: t('replies.usedColumn'),
      width: '118px',
      align: 'right',
      render: ({ id }) => usage.get(id) ?? 0,
      sort: ({ id }) => usage.get(id) ?? 0,
    },
    {
      key: 'status',
      title: t('replies.field.status'),
      width: '84px',
      render: ({ status }) => t(`replies.status.${status}`),
      sort: ({ status }) => status,
    },
  ];
}

/** `/replies[/<id>[/edit]]`, `/replies/new[/<enquiry>]`. */
export default function RepliesPage(): ReactElement {
  const [location, navigate] = useLocation();
  const [record = '', act = ''] = location.split('/').slice(2);
  const { status, category, words } = useReplyFilters();
  const set = useReplyFilters.setState;
  const replies = useReplies();
  const usage = useUsage();
  const atDesk = useSession(({ actor }) => hasRole(actor?.roles ?? [], DESK_ROLES));
  const worded = useWords(replies, words);
  const matching = worded.filter(({ body }) => category === '' || body.category === category);
  const shown = status === 'all' ? matching : matching.filter((reply) => reply.status === status);
  const columns = useMemo(() => columnsOf(usage), [usage]);
  const open = (id: string | null): void => navigate(id ? `/replies/${id}` : '/replies', { replace: true });
  const categories = [...new Set(replies.map(({ body }) => body.category))];
  return (
    <RegisterPage
      title={t('replies.title')}
      {...(atDesk ? { onNew: { label: t('replies.new'), run: () => navigate('/replies/new') } } : {})}
      onPrint={() => printReplies(shown)}
      onExport={() => void exportReplies(shown, usage)}
      filters={
        <>
          <Segmented
            label={t('replies.field.status')}
            value={status}
            options={(['all', ...REPLY_STATUSES] as const).map((value) => ({
              value,
              label: t(`replies.status.${value}`),
              count:
                value === 'all' ? matching.length : matching.filter((one) => one.status === value).length,
            }))}
            onChange={(next) => set({ status: next })}
          />
          <ChoiceFilter
            label={t('replies.field.category')}
            all={t('replies.filterCategory')}
            value={category}
            values={categories}
            onChange={(next) => set({ category: next })}
          />
          <WordsFilter
            label={t('replies.filterWords')}
            value={words}
            onChange={(next) => set({ words: next })}
          />
        </>
      }
      table={
        <RegisterTable
          label={t('replies.title')}
          columns={columns}
          rows={shown}
          selected={record}
          onSelect={open}
          empty={
            <ListState
              state="ready"
              title={t(replies.length === 0 ? 'replies.empty' : 'replies.emptyFiltered')}
            >
              {replies.length === 0 ? (
                <span>{t('replies.emptyHint')}</span>
              ) : (
                <button
                  type="button"
                  className="button"
                  onClick={() => set({ ...NO_FILTERS, status: 'all' })}
                >
                  {t('replies.clearFilters')}
                </button>
              )}
            </ListState>
          }
          foot={t('replies.rows', { count: shown.length })}
        />
      }
      side={
        record === '' ? null : (
          <Side
            record={record}
            act={act}
            replies={replies}
            usage={usage}
            onOpen={open}
            onEdit={() => navigate(`/replies/${record}/edit`)}
          />
        )
      }
    />
  );
}

interface SideProps {
  readonly record: string;
  readonly act: string;
  readonly replies: readonly Reply[];
  readonly usage: ReadonlyMap<string, number>;
  readonly onOpen: (id: string | null) => void;
  readonly onEdit: () => void;
}

function Side({ record, act, replies, usage, onOpen, onEdit }: SideProps): ReactElement {
  if (record === 'new')
    return <ReplyForm key={act} reply={null} from={act} onSaved={onOpen} onClose={() => onOpen(null)} />;
  const reply = replies.find(({ id }) => id === record);
  if (!reply) return <NoRecord state="ready" />;
  if (act === 'edit')
    return <ReplyForm key={record} reply={reply} from="" onSaved={onOpen} onClose={() => onOpen(record)} />;
  return (
    <ReplyPanel
      key={record}
      reply={reply}
      uses={usage.get(record) ?? 0}
      onEdit={onEdit}
      onClose={() => onOpen(null)}
    />
  );
}
