/** 报告文书: reports and notices of follow-up, each with its figures, its text and its measures. */
import { useState, type ReactElement } from 'react';
import { useLocation } from 'wouter';
import { hasRole } from '@shared/core/roles';
import type { ServicePaperInput } from '@shared/follow-up/forms/paper';
import { doneRate, rateText, satisfactionRate, sumOf } from '@shared/follow-up/figures';
import { hasMeasures } from '@shared/follow-up/paper';
import { paperTitle, spanText } from '@shared/follow-up/paper-text';
import {
  PAPER_TYPES,
  isPaper,
  paperId,
  type PaperFigures,
  type PaperType,
  type ServicePaper,
} from '@shared/follow-up/schema';
import { followUp as words } from '@shared/messages/zh-CN/follow-up';
import { dateTimeCell } from '@shared/forms/texts';
import { giveTask } from '@shared/tasks/give';
import { departmentName, staffName, useDirectory } from '../../data/directory';
import { runCommand } from '../../data/gateway';
import { useLive } from '../../data/live';
import { byIds, range } from '../../data/read';
import { today, useSession } from '../../data/session';
import { refusalText, t } from '../../ui/i18n';
import { printForm } from '../../ui/print/print-form';
import { RecordPanel } from '../../ui/record-panel';
import { RegisterPage } from '../../ui/register-page';
import { RegisterTable, type RegisterColumn } from '../../ui/register-table';
import { ListState, NoRecord } from '../../ui/states';
import { toast } from '../../ui/toast';
import { dayTime } from '../../ui/typed';
import { PaperForm } from './paper-form';
import { scopeText } from './scope-text';
import { Tabs } from './tabs';

const BASE = '/follow-up/papers';
const NONE: readonly ServicePaper[] = [];

const lastSaved = ({ body, at }: ServicePaper): string => body.log?.at(-1)?.at ?? at;
const titleOf = ({ body }: ServicePaper): string => t(`followUp.paper.type.${body.type}`);

const COLUMNS = (): readonly RegisterColumn<ServicePaper>[] => [
  {
    key: 'type',
    title: t('followUp.paper.listTitle'),
    width: 'minmax(150px, 2fr)',
    render: titleOf,
    sort: titleOf,
  },
  {
    key: 'period',
    title: t('followUp.paper.listPeriod'),
    width: '150px',
    render: ({ body }) => spanText(body.period),
    sort: ({ body }) => body.period,
  },
  {
    key: 'department',
    title: t('followUp.paper.listDepartment'),
    width: '120px',
    render: ({ body }) => scopeText(body.department),
  },
  {
    key: 'saved',
    title: t('followUp.paper.listSaved'),
    width: '110px',
    render: (paper) => dayTime(lastSaved(paper)),
    sort: lastSaved,
    wideOnly: true,
  },
  {
    key: 'by',
    title: t('followUp.paper.listBy'),
    width: '90px',
    render: ({ by }) => staffName(by),
    wideOnly: true,
  },
];

function printPaper({ body }: ServicePaper): void {
  const { type, period, department, figures, mostlyCounts, sections, measures } = body;
  const name = (row: PaperFigures): string =>
    row.department === '' ? words.figures.noDepartment : departmentName(row.department);
  const total = sumOf(figures);
  const data: ServicePaperInput = {
    club: useDirectory.getState().settings.clubName,
    type,
    period,
    scope: scopeText(department),
    rows: figures.map((row) => ({ ...row, name: name(row) })),
    total: { ...total, name: words.figures.total },
    mostlyCounts,
    sections,
    measures: measures.map(({ text, to, due }) => ({
      text,
      to: to === '' ? '' : staffName(to),
      due: dateTimeCell(due),
    })),
  };
  printForm({ form: 'service-paper', title: paperTitle(type, period), data, reference: period });
}

interface PaperRegisterProps {
  /** A paper's id, `new`, or ''. */
  readonly record: string;
  readonly act: string;
}

export function PaperRegister({ record, act }: PaperRegisterProps): ReactElement {
  const [, navigate] = useLocation();
  const mayEdit = useSession(({ actor }) => hasRole(actor?.roles ?? [], ['lead', 'manager']));
  const live = useLive(
    async () => {
      const docs = await range('tickets', 'kind', ['servicePaper', '0'], ['servicePaper', '9']);
      return docs.filter(isPaper).sort((a, b) => lastSaved(b).localeCompare(lastSaved(a)));
    },
    ['tickets'],
    [],
  );
  const papers = live.state === 'ready' ? live.value : NONE;
  const [columns] = useState(COLUMNS);
  const selected = papers.find(({ id }) => id === record);
  const open = (id: string | null, step = ''): void =>
    navigate(id ? `${BASE}/${encodeURIComponent(id)}${step}` : BASE);
  return (
    <RegisterPage
      title={t('followUp.title')}
      {...(mayEdit ? { onNew: { label: t('followUp.paper.new'), run: () => open('new') } } : {})}
      {...(selected ? { onPrint: () => printPaper(selected) } : {})}
      filters={<Tabs current="papers" />}
      table={
        <RegisterTable
          label={t('followUp.tab.papers')}
          columns={columns}
          rows={papers}
          selected={record}
          onSelect={(id) => open(id)}
          empty={
            <ListState state={live.state} title={t('followUp.paper.empty')}>
              <span>{t('followUp.paper.emptyHint')}</span>
            </ListState>
          }
        />
      }
      side={
        record === '' ? null : record === 'new' && mayEdit ? (
          <NewPaper
            papers={papers}
            onOpen={(id, exists) => open(id, exists ? '' : '/edit')}
            onClose={() => open(null)}
          />
        ) : act === 'edit' && mayEdit && live.state === 'ready' ? (
          <PaperForm
            key={record}
            id={record}
            stored={selected}
            onSaved={() => open(record)}
            onClose={() => open(selected ? record : null)}
          />
        ) : selected ? (
          <PaperPanel
            paper={selected}
            mayEdit={mayEdit}
            onEdit={() => open(record, '/edit')}
            onClose={() => open(null)}
          />
        ) : (
          <NoRecord state={live.state} />
        )
      }
    />
  );
}

interface NewPaperProps {
  readonly papers: readonly ServicePaper[];
  readonly onOpen: (id: string, exists: boolean) => void;
  readonly onClose: () => void;
}

type Span = 'month' | 'quarter' | 'year';

/** Which paper, of what time, of whom; one that exists is opened. */
function NewPaper({ papers, onOpen, onClose }: NewPaperProps): ReactElement {
  const departments = useDirectory((state) => state.departments);
  const day = today();
  const [type, setType] = useState<PaperType>('analysis');
  const [span, setSpan] = useState<Span>('month');
  const [month, setMonth] = useState(day.slice(0, 7));
  const [department, setDepartment] = useState('');
  const quarter = Math.ceil(Number(month.slice(5)) / 3);
  const year = month.slice(0, 4);
  const period = span === 'month' ? month : span === 'quarter' ? `${year}-Q${quarter}` : year;
  const id = paperId(type, period, department);
  const exists = papers.some((paper) => paper.id === id);
  return (
    <form
      className="panel record"
      aria-label={t('followUp.paper.newTitle')}
      onKeyDown={({ key }) => key === 'Escape' && onClose()}
      onSubmit={(event) => {
        event.preventDefault();
        onOpen(id, exists);
      }}
    >
      <div className="inside">
        <div className="title">
          <h2>{t('followUp.paper.newTitle')}</h2>
        </div>
        <label className="field wide">
          {t('followUp.paper.typeLabel')}
          <select
            className="input"
            value={type}
            onChange={({ target }) => setType(PAPER_TYPES.find((one) => one === target.value) ?? 'analysis')}
          >
            {PAPER_TYPES.map((value) => (
              <option key={value} value={value}>
                {t(`followUp.paper.type.${value}`)}
              </option>
            ))}
          </select>
        </label>
        <label className="field wide">
          {t('followUp.paper.spanLabel')}
          <select className="input" value={span} onChange={({ target }) => setSpan(target.value as Span)}>
            {(['month', 'quarter', 'year'] as const).map((value) => (
              <option key={value} value={value}>
                {t(`followUp.paper.span.${value}`)}
              </option>
            ))}
          </select>
        </label>
        <label className="field wide">
          {t('followUp.figures.month')}
          <input
            className="input"
            type="month"
            required
            value={month}
            onChange={({ target }) => target.value && setMonth(target.value)}
          />
          <span className="quiet small">{spanText(period)}</span>
        </label>
        <label className="field wide">
          {t('followUp.field.department')}
          <select className="input" value={department} onChange={({ target }) => setDepartment(target.value)}>
            <option value="">{t('followUp.paper.allDepartments')}</option>
            {departments
              .filter(({ status }) => status === 'active')
              .map((one) => (
                <option key={one.id} value={one.id}>
                  {one.body.name}
                </option>
              ))}
          </select>
        </label>
        {exists && <div className="notice">{t('followUp.paper.exists')}</div>}
      </div>
      <div className="actions">
        <button type="submit" className="button primary grow">
          {t('followUp.paper.begin')}
        </button>
        <button type="button" className="button" onClick={onClose}>
          {t('ui.cancel')}
        </button>
      </div>
    </form>
  );
}

interface PaperPanelProps {
  readonly paper: ServicePaper;
  readonly mayEdit: boolean;
  readonly onEdit: () => void;
  readonly onClose: () => void;
}

function PaperPanel({ paper, mayEdit, onEdit, onClose }: PaperPanelProps): ReactElement {
  const { type, period, department, figures, mostlyCounts, sections, log = [] } = paper.body;
  const total = sumOf(figures);
  return (
    <RecordPanel
      number={spanText(period)}
      title={titleOf(paper)}
      tags={<span className="tag">{t('followUp.paper.versions', { count: log.length })}</span>}
      onClose={onClose}
      facts={[
        [t('followUp.field.department'), scopeText(department)],
        [t('followUp.figures.doneRate'), `${rateText(doneRate(total))}（${total.done} / ${total.planned}）`],
        [t('followUp.figures.satisfactionRate'), rateText(satisfactionRate(total, mostlyCounts))],
        ...sections
          .filter(({ text }) => text !== '')
          .map(
            ({ id, text }) =>
              [
                t(`followUp.paper.section.${id}`),
                <span key={id} className="as-typed">
                  {text}
                </span>,
              ] as const,
          ),
      ]}
      log={log}
      describe={() => t('followUp.paper.act.save')}
      actions={
        <>
          <button type="button" className="button primary grow" onClick={() => printPaper(paper)}>
            {t('followUp.paper.print')}
          </button>
          {mayEdit && (
            <button type="button" className="button" onClick={onEdit}>
              {t('followUp.paper.edit')}
            </button>
          )}
        </>
      }
    >
      {hasMeasures(type) && <Measures paper={paper} mayGive={mayEdit} />}
    </RecordPanel>
  );
}

/** Measures with a person and a day become tasks; a task has its measure's id, so none is set twice. */
function Measures({
  paper,
  mayGive,
}: {
  readonly paper: ServicePaper;
  readonly mayGive: boolean;
}): ReactElement {
  const { measures } = paper.body;
  const ids = measures.map(({ id }) => id);
  const live = useLive(() => byIds('tickets', ids), ['tickets'], [ids.join()]);
  const given = new Set(live.state === 'ready' ? live.value.map(({ id }) => id) : ids);
  const give = async (at: number): Promise<void> => {
    const measure = measures[at];
    if (!measure) return;
    const { id, text, to, due } = measure;
    const fields = {
      title: text.slice(0, 40),
      content: `${text}（${titleOf(paper)} ${spanText(paper.body.period)}）`,
      priority: 'normal',
      to,
      dueAt: due,
    };
    const outcome = await runCommand(giveTask, { id, fields }, { actId: id });
    toast(
      outcome.ok
        ? t('followUp.paper.taskGiven')
        : outcome.refusals.map(({ code, params }) => refusalText(code, params)).join('；'),
    );
  };
  return (
    <section>
      <h2>{t('followUp.form.measuresHead')}</h2>
      <ol className="measures">
        {measures.map(({ id, text, to, due }, at) => (
          <li key={id}>
            {text}
            <div className="quiet">
              {to === '' ? t('followUp.paper.nobody') : staffName(to)} {due && dayTime(due)}{' '}
              {given.has(id)
                ? t('followUp.paper.taskGiven')
                : mayGive &&
                  to !== '' &&
                  due !== '' && (
                    <button type="button" className="button plain count" onClick={() => void give(at)}>
                      {t('followUp.paper.giveTask')}
                    </button>
                  )}
            </div>
          </li>
        ))}
      </ol>
      <p className="quiet small">{t('followUp.paper.taskHint')}</p>
    </section>
  );
}
