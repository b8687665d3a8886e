/** 投诉受理: the complaints of a period with all that is open, and beside the list the selected one. */
import { useMemo, type ReactElement } from 'react';
import { useLocation } from 'wouter';
import { DESK_ROLES, hasRole } from '@shared/core/roles';
import { GRADES, isComplaint, type Complaint } from '@shared/complaints/schema';
import { standingOf } from '@shared/complaints/standing';
import { OPEN } from '@shared/complaints/table';
import { departmentName, staffName, useDirectory } from '../../data/directory';
import { useLiveOf } from '../../data/live';
import { byIds } from '../../data/read';
import { today, useSession } from '../../data/session';
import { ChoiceFilter, WordsFilter } from '../../ui/filters';
import { t } from '../../ui/i18n';
import { Icon } from '../../ui/icon';
import { PeriodFilter, chosenPeriod } from '../../ui/period-filter';
import { RegisterPage, Segmented } from '../../ui/register-page';
import { RegisterTable } from '../../ui/register-table';
import { HandOverDialog } from '../../ui/service/hand-over';
import { ListState, NoRecord } from '../../ui/states';
import { useMinute } from '../../ui/use-minute';
import { useWordFilter } from '../../ui/use-word-filter';
import { ActDialog } from './act-dialog';
import { actsOf, isAct } from './acts';
import { complaintColumns, isOverdue } from './columns';
import { ComplaintPanel } from './panel';
import { exportComplaints, printArchive, printRegister } from './prints';
import { CorrectForm } from './receive-form';
import { CompareDialog, useProposals } from './similar';
import { useComplaints } from './use-complaints';
import { SEGMENTS, useComplaintFilters, type ComplaintFilters, type Segment } from './view-state';

interface ComplaintRegisterProps {
  /** A complaint's id, or ''. */
  readonly record: string;
  /** An act on it, or ''. */
  readonly act: string;
}

const rowClass = ({ status }: Complaint): string => (status === 'void' ? 'void' : '');

/** Puts the keyboard on the list, where the arrows work. */
function focusRows(): void {
  requestAnimationFrame(() => document.querySelector<HTMLElement>('[data-register-rows]')?.focus());
}

export function ComplaintRegister({ record, act }: ComplaintRegisterProps): ReactElement {
  const [, navigate] = useLocation();
  const filters = useComplaintFilters();
  const minute = useMinute();
  const actor = useSession((state) => state.actor);
  const atDesk = hasRole(actor?.roles ?? [], DESK_ROLES);
  const period = chosenPeriod(filters.period, today());
  const { state, complaints, span } = useComplaints(period);
  const worded = useWordFilter(complaints, filters.words, 'tickets', span);
  const matching = useMemo(() => worded.filter((one) => fits(one, filters)), [worded, filters]);
  const me = actor?.id ?? '';
  const inSegment = useMemo(() => {
    const isIn = ({ day }: Complaint): boolean => day >= period.from && day <= period.to;
    const tests: Readonly<Record<Segment, (one: Complaint) => boolean>> = {
      open: ({ status }) => OPEN.includes(status),
      overdue: (one) => isOverdue(one, minute),
      mine: ({ status, key }) => OPEN.includes(status) && key === me,
      review: ({ status }) => status === 'solved',
      followUp: ({ status }) => status === 'reviewed',
      archived: (one) => one.status === 'archived' && isIn(one),
      all: isIn,
    };
    return (segment: Segment): readonly Complaint[] => matching.filter(tests[segment]);
  }, [matching, minute, me, period.from, period.to]);
  const shown = useMemo(() => inSegment(filters.segment), [inSegment, filters.segment]);
  const columns = useMemo(() => complaintColumns(minute), [minute]);
  const open = (id: string | null): void =>
    navigate(id ? `/complaints/${id}` : '/complaints', { replace: true });
  const begin = (id: string, name: string): void => navigate(`/complaints/${id}/${name}`);
  const keyed =
    (name: 'notice' | 'handle') =>
    (row: Complaint): void => {
      if (actsOf(row, actor).includes(name)) begin(row.id, name);
    };
  const filterText = [
    filters.segment === 'all' ? '' : t(`complaints.segment.${filters.segment}`),
    filters.grade && t(`complaints.grade.${filters.grade}`),
    filters.department && departmentName(filters.department),
    filters.responsible && staffName(filters.responsible),
    filters.words.trim(),
  ]
    .filter(Boolean)
    .join('、');
  const oldestFirst = [...shown].reverse();

  return (
    <RegisterPage
      title={t('complaints.title')}
      {...(atDesk ? { onNew: { label: t('complaints.new'), run: () => navigate('/complaints/new') } } : {})}
      onPrint={() => void printRegister(oldestFirst, period, filterText)}
      onExport={() => void exportComplaints(oldestFirst, period)}
      actions={
        <button type="button" className="button" onClick={() => printArchive(inSegment('archived'), period)}>
          <Icon name="print" />
          {t('complaints.printArchive')}
        </button>
      }
      filters={<Filters filters={filters} count={(segment) => inSegment(segment).length} />}
      table={
        <RegisterTable
          label={t('complaints.title')}
          columns={columns}
          rows={shown}
          selected={record}
          onSelect={open}
          rowClass={rowClass}
          rowKeys={atDesk ? { n: keyed('notice'), h: keyed('handle') } : {}}
          empty={
            <ListState state={state} title={t('complaints.empty')}>
              <span>{t('complaints.emptyHint')}</span>
            </ListState>
          }
          foot={
            <>
              {t('complaints.rows', {
                count: shown.length,
                open: shown.filter(({ status }) => OPEN.includes(status)).length,
              })}
              <span className="spacer" />
              {atDesk && t('complaints.keysHint')}
            </>
          }
        />
      }
      side={
        record === '' ? null : (
          <Side
            key={record}
            id={record}
            act={act}
            listed={complaints.find(({ id }) => id === record)}
            minute={minute}
            onAct={(name) => (name === '' ? open(record) : begin(record, name))}
            onClose={() => {
              open(null);
              focusRows();
            }}
          />
        )
      }
    />
  );
}

function fits({ body, key }: Complaint, { grade, department, responsible }: ComplaintFilters): boolean {
  const { grade: graded, assignment } = standingOf(body);
  if (grade !== '' && graded?.grade !== grade) return false;
  if (responsible !== '' && key !== responsible) return false;
  return department === '' || body.department === department || assignment?.handler.department === department;
}

interface FiltersProps {
  readonly filters: ComplaintFilters;
  readonly count: (segment: Segment) => number;
}

function Filters({ filters, count }: FiltersProps): ReactElement {
  const { departments, staff } = useDirectory();
  const set = useComplaintFilters.setState;
  const desk = staff.filter(({ body }) => hasRole(body.roles, DESK_ROLES)).map(({ id }) => id);
  return (
    <>
      <Segmented
        label={t('complaints.field.status')}
        value={filters.segment}
        options={SEGMENTS.map((value) => ({
          value,
          label: t(`complaints.segment.${value}`),
          count: count(value),
        }))}
        onChange={(segment) => set({ segment })}
      />
      <PeriodFilter choice={filters.period} today={today()} onChange={(period) => set({ period })} />
      <ChoiceFilter
        label={t('complaints.field.grade')}
        all={t('complaints.filterGrade')}
        value={filters.grade}
        values={GRADES}
        text={(grade) => t(`complaints.grade.${grade}`)}
        onChange={(grade) => set({ grade })}
      />
      <ChoiceFilter
        label={t('complaints.field.department')}
        all={t('complaints.filterDepartment')}
        value={filters.department}
        values={departments.map(({ id }) => id)}
        text={departmentName}
        onChange={(department) => set({ department })}
      />
      <ChoiceFilter
        label={t('complaints.field.responsible')}
        all={t('complaints.filterResponsible')}
        value={filters.responsible}
        values={desk}
        text={staffName}
        onChange={(responsible) => set({ responsible })}
      />
      <WordsFilter
        label={t('complaints.filterWords')}
        value={filters.words}
        onChange={(words) => set({ words })}
      />
    </>
  );
}

interface SideProps {
  readonly id: string;
  readonly act: string;
  readonly listed: Complaint | undefined;
  readonly minute: string;
  /** '' goes back to the record. */
  readonly onAct: (act: string) => void;
  readonly onClose: () => void;
}

/** The record; one that the list does not hold is read. */
function Side(props: SideProps): ReactElement {
  const { id, listed } = props;
  const stored = useLiveOf(
    async () => (listed ? [] : await byIds('tickets', [id])),
    ['tickets'],
    [id, String(listed === undefined)],
  );
  const complaint = listed ?? (stored.state === 'ready' ? stored.value.find(isComplaint) : undefined);
  return complaint ? <Opened {...props} complaint={complaint} /> : <NoRecord state={stored.state} />;
}

function Opened({
  complaint,
  act,
  minute,
  onAct,
  onClose,
}: SideProps & { readonly complaint: Complaint }): ReactElement {
  const actor = useSession((state) => state.actor);
  const found = useProposals(complaint);
  const back = (): void => onAct('');
  if (act === 'correct' && OPEN.includes(complaint.status))
    return <CorrectForm complaint={complaint} onDone={back} />;
  return (
    <>
      <ComplaintPanel complaint={complaint} minute={minute} found={found} onAct={onAct} onClose={onClose} />
      {isAct(act) && actsOf(complaint, actor).includes(act) && (
        <ActDialog key={act} act={act} complaint={complaint} onClose={back} />
      )}
      {act === 'handOver' && <HandOverDialog matters={[complaint]} onClose={back} />}
      {act === 'compare' && <CompareDialog complaint={complaint} found={found} onClose={back} />}
    </>
  );
}
