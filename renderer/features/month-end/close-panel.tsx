/** 结账: what is checked before a month is closed, and the act itself (finance). */
import { useEffect, type ReactElement, type ReactNode } from 'react';
import { formatMoney } from '@shared/core/money';
import { dateTimeCell } from '@shared/forms/texts';
import type { Books } from '@shared/ledger/books';
import { isRunningCount, monthCountOf } from '@shared/month-end/count';
import { closeMonth } from '@shared/month-end/close';
import { nextRound, previousMonth, standingCloses } from '@shared/month-end/months';
import { lastDayOf } from '@shared/month-end/report';
import { loadBooks, useBooks } from '../../data/books';
import { staffName, useDirectory } from '../../data/directory';
import { runCommand } from '../../data/gateway';
import type { MonthData } from '../../data/month-paper';
import { today, useSession } from '../../data/session';
import { TextField } from '../../ui/fields';
import { FormPanel, useForm } from '../../ui/form';
import { t } from '../../ui/i18n';
import { Loading } from '../../ui/states';
import { toast } from '../../ui/toast';
import { desksOf, openSessionsOf, waitingOf, type DeskState } from './checks';

interface ClosePanelProps {
  readonly data: MonthData;
  readonly first: string;
  readonly onClose: () => void;
}

interface CloseValues {
  readonly silent: readonly string[];
  readonly note: string;
}

type Level = 'ok' | 'warn' | 'stop';

function Check({ level, children }: { readonly level: Level; readonly children: ReactNode }): ReactElement {
  return (
    <li className={level}>
      <span aria-hidden="true">{level === 'ok' ? '✓' : '!'}</span>
      <div>{children}</div>
    </li>
  );
}

/** The checklist stands on the books: it waits for them. */
export function ClosePanel(props: ClosePanelProps): ReactElement {
  const books = useBooks((state) => state.books);
  useEffect(() => {
    void loadBooks();
  }, []);
  if (books) return <CloseForm {...props} books={books} />;
  return (
    <section className="panel record">
      <Loading />
    </section>
  );
}

function CloseForm({
  data,
  first,
  onClose,
  books,
}: ClosePanelProps & { readonly books: Books }): ReactElement {
  const { paper, marks, counts, declarations } = data;
  const { month, late } = paper;
  const here = useSession(({ desk }) => desk);
  const desks = useDirectory((state) => state.desks);
  const states = desksOf(here, desks, books, declarations);
  const before = standingCloses(marks).get(previousMonth(month)) ?? null;
  const approved = counts.map((doc) => monthCountOf(doc, month)).find((one) => one !== null) ?? null;
  const running = counts.find((doc) => isRunningCount(doc, month));
  const form = useForm<CloseValues>({
    draftKey: `month.close:${month}`,
    initial: { silent: [], note: '' },
    save: ({ silent, note }, actId) =>
      runCommand(
        closeMonth,
        {
          month,
          round: nextRound(marks, month),
          previous: before ? { round: before.body.round, cut: before.body.cut } : null,
          desks: states.map(({ code }) => code),
          count: approved?.id ?? '',
          silent,
          note,
        },
        { actId },
      ),
    onSaved: () => {
      toast(t('monthEnd.closeDone', { month }));
      onClose();
    },
  });
  const { values, set, errors } = form;
  const open = openSessionsOf(books, lastDayOf(month));
  const waiting = waitingOf(books, lastDayOf(month));
  const isOver = today() >= lastDayOf(month);
  return (
    <FormPanel
      form={form}
      title={t('monthEnd.closeTitle', { month })}
      submitLabel={t('monthEnd.closeDo')}
      onClose={onClose}
    >
      <ul className="month-checks wide" aria-label={t('monthEnd.check.title')}>
        <Check level={isOver ? 'ok' : 'stop'}>
          {isOver ? t('monthEnd.check.over') : t('monthEnd.check.notOver', { day: lastDayOf(month) })}
        </Check>
        {!before && previousMonth(month) >= first && (
          <Check level="stop">{t('monthEnd.check.earlier', { month: previousMonth(month) })}</Check>
        )}
        <Check level={open.length === 0 ? 'ok' : 'stop'}>
          {open.length === 0
            ? t('monthEnd.check.sessions')
            : t('monthEnd.check.sessionsOpen', {
                count: open.length,
                list: open.map(({ no }) => no).join('、'),
              })}
        </Check>
        <Check level={approved ? 'ok' : 'warn'}>
          {approved ? t('monthEnd.check.count', { no: approved.mark.no }) : t('monthEnd.check.countNone')}
        </Check>
        {!approved && running && (
          <Check level="warn">{t('monthEnd.check.countOpen', { no: running.body.no ?? '' })}</Check>
        )}
        {states.length === 1 ? (
          <Check level="ok">{t('monthEnd.check.desksOne')}</Check>
        ) : (
          states.map((state) => (
            <DeskCheck
              key={state.code}
              state={state}
              ticked={values.silent.includes(state.code)}
              onTick={(ticked) =>
                set({
                  silent: ticked
                    ? [...values.silent, state.code]
                    : values.silent.filter((code) => code !== state.code),
                })
              }
            />
          ))
        )}
        {errors.silent && (
          <span className="form-error" role="alert">
            {errors.silent}
          </span>
        )}
        <Check level={waiting.sessions === 0 ? 'ok' : 'warn'}>
          {waiting.sessions === 0
            ? t('monthEnd.check.money')
            : t('monthEnd.check.moneyWaiting', {
                amount: formatMoney(waiting.amount),
                count: waiting.sessions,
              })}
        </Check>
        <Check level={late.length === 0 ? 'ok' : 'warn'}>
          {late.length === 0
            ? t('monthEnd.check.late')
            : t('monthEnd.check.lateSome', { count: late.length })}
        </Check>
      </ul>
      <TextField
        form={form}
        name="note"
        label={t('monthEnd.note')}
        required={!approved}
        {...(approved ? {} : { help: t('monthEnd.noteHelp') })}
        wide
        rows={2}
      />
      <p className="quiet small wide">{t('monthEnd.closeHelp')}</p>
      {marks.map(
        (mark) =>
          mark.kind === 'monthReopen' &&
          mark.body.month === month && (
            <p key={mark.id} className="quiet small wide">
              {t('monthEnd.reopened', {
                round: mark.body.round,
                name: staffName(mark.by),
                time: dateTimeCell(mark.at),
                manager: mark.body.approval.name,
                reason: mark.body.reason,
              })}
            </p>
          ),
      )}
    </FormPanel>
  );
}

interface DeskCheckProps {
  readonly state: DeskState;
  readonly ticked: boolean;
  readonly onTick: (ticked: boolean) => void;
}

function DeskCheck({ state, ticked, onTick }: DeskCheckProps): ReactElement {
  const { code, upTo, seen, kind } = state;
  if (kind === 'here') return <Check level="ok">{t('monthEnd.check.deskHere', { desk: code })}</Check>;
  if (kind === 'declared') return <Check level="ok">{t('monthEnd.check.desk', { desk: code, upTo })}</Check>;
  return (
    <Check level={ticked ? 'warn' : 'stop'}>
      {kind === 'behind'
        ? t('monthEnd.check.deskBehind', { desk: code, upTo, seen })
        : t('monthEnd.check.deskSilent', { desk: code })}
      <label className="check">
        <input type="checkbox" checked={ticked} onChange={({ target }) => onTick(target.checked)} />
        {t('monthEnd.silent', { desk: code })}
      </label>
    </Check>
  );
}
