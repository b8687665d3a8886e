/** One shift's log: notes, what was open at its end, till and goods, who signed off and who read it. */
import { useState, type ReactElement } from 'react';
import { NEVER_DUE } from '@shared/core/envelope';
import { formatMoney } from '@shared/core/money';
import { DESK_ROLES, hasRole } from '@shared/core/roles';
import { clock } from '@shared/core/time';
import { doneOf, isUnread, readersOf, unreadIn, type SlotLog } from '@shared/shift-log/reading';
import type { DeskState, LogMatter, Note } from '@shared/shift-log/schema';
import { staffName } from '../../../data/directory';
import { useSession } from '../../../data/session';
import { t, type MessageKey } from '../../../ui/i18n';
import { Icon } from '../../../ui/icon';
import { dayTime } from '../../../ui/typed';
import { useMinute } from '../../../ui/use-minute';
import { FinishDialog } from './finish-dialog';

interface LogPanelProps {
  readonly log: SlotLog;
  readonly onAct: (act: string) => void;
  readonly onClose: () => void;
}

export function LogPanel({ log, onAct, onClose }: LogPanelProps): ReactElement {
  const me = useSession(({ actor }) => actor?.id ?? '');
  const atDesk = useSession(({ actor }) => hasRole(actor?.roles ?? [], DESK_ROLES));
  const [finishing, setFinishing] = useState<Note | null>(null);
  const { day, desk, shiftName, notes, signOffs } = log;
  const readers = readersOf(log);
  const unread = unreadIn(log, me).length;
  return (
    <section
      className="panel record shift-log"
      aria-label={`${day} ${shiftName}`}
      onKeyDown={({ key }) => key === 'Escape' && onClose()}
    >
      <div className="inside">
        <div>
          <div className="number">
            {t('shiftLog.deskName', { desk })}
            <button type="button" className="button plain" aria-label={t('ui.close')} onClick={onClose}>
              <Icon name="close" />
            </button>
          </div>
          <div className="title">
            <h2>{`${day}　${shiftName}`}</h2>
            <span className="tag">{t(signOffs.length > 0 ? 'shiftLog.signed' : 'shiftLog.notSigned')}</span>
            {unread > 0 && (
              <span className="tag overdue">{t('shiftLog.unreadCount', { count: unread })}</span>
            )}
          </div>
        </div>
        <h2>{t('shiftLog.notesTitle')}</h2>
        {notes.length === 0 ? (
          <p className="quiet">{t('shiftLog.noNotes')}</p>
        ) : (
          <ul className="shift-notes">
            {notes
              .filter(({ body }) => !notes.some(({ id }) => id === body.adds))
              .flatMap((note) => [note, ...notes.filter(({ body }) => body.adds === note.id)])
              .map((note) => (
                <NoteLine
                  key={note.id}
                  note={note}
                  unread={signOffs.length > 0 && isUnread(note, me)}
                  {...(atDesk
                    ? {
                        onAdd: () => onAct(`add:${note.body.adds || note.id}`),
                        onFinish: () => setFinishing(note),
                      }
                    : {})}
                />
              ))}
          </ul>
        )}
        {signOffs.map(({ id, body }) => (
          <div key={id} className="shift-sign-off">
            <h2>
              {t('shiftLog.signOffBy')} {body.leaver.name}{' '}
              <span className="quiet small">{dayTime(body.leaver.at)}</span>
            </h2>
            {body.remark !== '' && <p className="pre">{body.remark}</p>}
            <StateFacts state={body.state} />
            <Matters matters={body.matters} />
            {body.overdue.length > 0 && (
              <>
                <h3>{t('shiftLog.overdueTitle', { count: body.overdue.length })}</h3>
                <ul className="shift-lines">
                  {body.overdue.map(({ title, detail }, at) => (
                    <li key={at}>
                      {title} <span className="quiet small">{detail}</span>
                    </li>
                  ))}
                </ul>
              </>
            )}
          </div>
        ))}
        {signOffs.length > 0 && (
          <>
            <h2>{t('shiftLog.readBy')}</h2>
            {readers.length === 0 ? (
              <p className="quiet">{t('shiftLog.noReaders')}</p>
            ) : (
              <ul className="log">
                {readers.map(({ staff, at }) => (
                  <li key={staff}>
                    {staffName(staff)} <span className="quiet">· {dayTime(at)}</span>
                  </li>
                ))}
              </ul>
            )}
          </>
        )}
      </div>
      {atDesk && (
        <div className="actions">
          {signOffs.length > 0 ? (
            <button type="button" className="button primary grow" onClick={() => onAct('read')}>
              {t('shiftLog.acknowledge')}
            </button>
          ) : (
            <button type="button" className="button primary grow" onClick={() => onAct('signOff')}>
              {t('shiftLog.signOff')}
            </button>
          )}
          <button type="button" className="button" onClick={() => onAct('note')}>
            {t('shiftLog.newNote')}
          </button>
        </div>
      )}
      {finishing && <FinishDialog note={finishing} onClose={() => setFinishing(null)} />}
    </section>
  );
}

interface NoteLineProps {
  readonly note: Note;
  readonly unread: boolean;
  readonly onAdd?: () => void;
  readonly onFinish?: () => void;
}

function NoteLine({ note, unread, onAdd, onFinish }: NoteLineProps): ReactElement {
  const now = useMinute();
  const { body, by, at, dueAt, status } = note;
  const done = doneOf(note);
  const late = status === 'open' && dueAt <= now;
  return (
    <li className={body.adds === '' ? '' : 'added'}>
      <div className="quiet small">
        {clock(at)} {staffName(by)}
        {body.to !== '' && ` · ${t('shiftLog.toWhom', { name: staffName(body.to) })}`}
        {unread && <span className="tag overdue">{t('shiftLog.unread')}</span>}
      </div>
      <div className="pre">{body.text}</div>
      {status !== 'plain' && (
        <div className="small">
          {done ? (
            <span className="quiet">
              {t('shiftLog.doneBy', { name: staffName(done.by), time: dayTime(done.at) })}
              {done.remark !== '' && `：${done.remark}`}
            </span>
          ) : (
            <span className={late ? 'tag overdue' : 'tag'}>
              {dueAt === NEVER_DUE ? t('shiftLog.noteAction') : t('shiftLog.dueBy', { time: dayTime(dueAt) })}
            </span>
          )}
        </div>
      )}
      <div className="shift-note-acts">
        {onFinish && status === 'open' && (
          <button type="button" className="button plain" onClick={onFinish}>
            {t('shiftLog.finish')}
          </button>
        )}
        {onAdd && (
          <button type="button" className="button plain" onClick={onAdd}>
            {t('shiftLog.add')}
          </button>
        )}
      </div>
    </li>
  );
}

export function StateFacts({ state }: { readonly state: DeskState }): ReactElement {
  const { till, session, undeposited, undepositedSessions, count, countsWaiting } = state;
  return (
    <>
      <h3>{t('shiftLog.stateTitle')}</h3>
      <ul className="shift-lines">
        <li>
          {t(`shiftLog.till.${till}`)} <span className="quiet small">{session}</span>
        </li>
        <li>
          {undeposited === 0
            ? t('shiftLog.allDeposited')
            : t('shiftLog.undeposited', {
                amount: formatMoney(undeposited),
                count: undepositedSessions,
              })}
        </li>
        <li>{t(`shiftLog.count.${count}`)}</li>
        {countsWaiting > 0 && <li>{t('shiftLog.countsWaiting', { count: countsWaiting })}</li>}
      </ul>
    </>
  );
}

/** Name of a kind of record. */
export const kindName = (kind: string): string => t(`shiftLog.kind.${kind}` as MessageKey);

function Matters({ matters }: { readonly matters: readonly LogMatter[] }): ReactElement {
  const now = useMinute();
  return (
    <>
      <h3>{t('shiftLog.mattersTitle', { count: matters.length })}</h3>
      {matters.length === 0 ? (
        <p className="quiet">{t('shiftLog.noMatters')}</p>
      ) : (
        <ul className="shift-lines">
          {matters.map(({ id, kind, no, title, dueAt, responsible }) => (
            <li key={id}>
              <span className="tag">{kindName(kind)}</span> {title}{' '}
              <span className="quiet small">{[no, staffName(responsible)].filter(Boolean).join('　')}</span>
              {dueAt !== NEVER_DUE && (
                <span className={dueAt <= now ? 'tag overdue' : 'tag'}>
                  {t('shiftLog.dueBy', { time: dayTime(dueAt) })}
                </span>
              )}
            </li>
          ))}
        </ul>
      )}
    </>
  );
}
