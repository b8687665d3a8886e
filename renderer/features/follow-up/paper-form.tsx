/** A paper's editor: figures filled in, text pre-filled and edited, measures line by line. */
import { useEffect, useMemo, useState, type ReactElement } from 'react';
import { v7 } from 'uuid';
import { DESK_ROLES, hasRole } from '@shared/core/roles';
import { monthsOf, sumOf } from '@shared/follow-up/figures';
import { hasMeasures, savePaper, SECTIONS_OF } from '@shared/follow-up/paper';
import { paperTexts, spanText } from '@shared/follow-up/paper-text';
import {
  FOLLOW_UP_LIMITS,
  PAPER_TYPES,
  type Measure,
  type PaperFigures,
  type Section,
  type ServicePaper,
} from '@shared/follow-up/schema';
import { useDirectory } from '../../data/directory';
import { runCommand } from '../../data/gateway';
import { logFault } from '../../data/faults';
import { TextField } from '../../ui/fields';
import { FormPanel, useForm } from '../../ui/form';
import { t } from '../../ui/i18n';
import { ErrorState, Loading } from '../../ui/states';
import { toast } from '../../ui/toast';
import { toCivil, toInstant } from '../../ui/typed';
import { namedRows } from './month-figures';
import { scopeText } from './scope-text';
import { loadYear } from './use-follow-ups';

type Texts = Readonly<Record<Section, string>>;

interface Filled {
  readonly figures: readonly PaperFigures[];
  readonly mostlyCounts: boolean;
  readonly texts: Texts;
}

const NO_TEXTS: Texts = { summary: '', findings: '', measures: '', opinion: '' };

/** The figures of now and the text they give. */
async function fillIn(period: string, department: string): Promise<Filled> {
  const loaded = await loadYear(period.slice(0, 4));
  const months = monthsOf(period);
  const figures = namedRows(loaded, months)
    .map(({ figures: { name: _name, ...row } }) => row)
    .filter((row) => department === '' || row.department === department);
  const mostlyCounts = useDirectory.getState().settings.mostlyCountsSatisfied;
  const calls = loaded.calls.filter(
    (call) => months.includes(call.month) && (department === '' || call.department === department),
  );
  const total = sumOf(figures);
  return {
    figures,
    mostlyCounts,
    texts: paperTexts({ period, scope: scopeText(department), total, mostlyCounts, calls }),
  };
}

interface PaperFormProps {
  /** `paper:<type>:<period>:<department or all>`. */
  readonly id: string;
  readonly stored: ServicePaper | undefined;
  readonly onSaved: () => void;
  readonly onClose: () => void;
}

export function PaperForm({ id, stored, onSaved, onClose }: PaperFormProps): ReactElement {
  const [, typed = '', period = '', ...rest] = id.split(':');
  const department = rest.join(':') === 'all' ? '' : rest.join(':');
  const [filled, setFilled] = useState<Filled | 'failed' | null>(null);
  useEffect(() => {
    let gone = false;
    fillIn(period, department).then(
      (found) => {
        if (!gone) setFilled(found);
      },
      (error: unknown) => {
        logFault('followUp.paper', error);
        if (!gone) setFilled('failed');
      },
    );
    return () => {
      gone = true;
    };
  }, [period, department]);
  if (filled === 'failed') return <ErrorState />;
  if (!filled) return <Loading />;
  return (
    <Editor
      key={id}
      type={typed}
      period={period}
      department={department}
      filled={filled}
      stored={stored}
      onSaved={onSaved}
      onClose={onClose}
    />
  );
}

interface EditorProps extends Omit<PaperFormProps, 'id'> {
  readonly type: string;
  readonly period: string;
  readonly department: string;
  readonly filled: Filled;
}

interface Values extends Texts {
  readonly taken: Pick<Filled, 'figures' | 'mostlyCounts'>;
  readonly measureLines: readonly Measure[];
}

function Editor(props: EditorProps): ReactElement {
  const { period, department, filled, stored, onSaved, onClose } = props;
  const type = PAPER_TYPES.find((one) => one === props.type) ?? 'analysis';
  const body = stored?.body;
  const texts: Texts = body
    ? { ...NO_TEXTS, ...Object.fromEntries(body.sections.map(({ id, text }) => [id, text])) }
    : filled.texts;
  const form = useForm<Values>({
    draftKey: `servicePaper:${type}:${period}:${department}`,
    initial: {
      ...texts,
      taken: body
        ? { figures: body.figures, mostlyCounts: body.mostlyCounts }
        : { figures: filled.figures, mostlyCounts: filled.mostlyCounts },
      measureLines: body?.measures ?? [],
    },
    save: ({ taken, measureLines, ...written }, actId) =>
      runCommand(
        savePaper,
        { type, period, department, ...taken, texts: written, measures: measureLines },
        { actId },
      ),
    onSaved: () => {
      toast(t('followUp.paper.saved', { title: t(`followUp.paper.type.${type}`) }));
      onSaved();
    },
  });
  const { taken } = form.values;
  const total = useMemo(() => sumOf(taken.figures), [taken]);
  return (
    <FormPanel
      form={form}
      title={`${t(`followUp.paper.type.${type}`)} ${spanText(period)}`}
      submitLabel={t('followUp.paper.save')}
      onClose={onClose}
    >
      <p className="wide quiet">
        {scopeText(department)}　{t('followUp.figures.planned')} {total.planned}　{t('followUp.figures.done')}{' '}
        {total.done}　{t('followUp.figures.reached')} {total.reached}　{t('followUp.figures.dissatisfied')}{' '}
        {total.dissatisfied}{' '}
        {stored && (
          <button
            type="button"
            className="button plain count"
            onClick={() => {
              form.set({ taken: { figures: filled.figures, mostlyCounts: filled.mostlyCounts } });
              toast(t('followUp.paper.refilled'));
            }}
          >
            {t('followUp.paper.refill')}
          </button>
        )}
      </p>
      {SECTIONS_OF[type].map((id) => (
        <TextField
          key={id}
          form={form}
          name={id}
          label={t(`followUp.paper.section.${id}`)}
          rows={id === 'findings' ? 6 : 4}
          {...(id === 'summary' ? { required: true } : {})}
          wide
        />
      ))}
      {hasMeasures(type) && (
        <MeasureLines
          lines={form.values.measureLines}
          error={form.errors.measureLines}
          onChange={(measureLines) => form.set({ measureLines })}
        />
      )}
    </FormPanel>
  );
}

interface MeasureLinesProps {
  readonly lines: readonly Measure[];
  readonly error: string | undefined;
  readonly onChange: (lines: readonly Measure[]) => void;
}

function MeasureLines({ lines, error, onChange }: MeasureLinesProps): ReactElement {
  const staff = useDirectory((state) => state.staff).filter(
    ({ status, body }) => status === 'active' && hasRole(body.roles, DESK_ROLES),
  );
  const change = (id: string, part: Partial<Measure>): void =>
    onChange(lines.map((line) => (line.id === id ? { ...line, ...part } : line)));
  return (
    <div className="wide">
      <h3>{t('followUp.form.measuresHead')}</h3>
      {lines.map(({ id, text, to, due }, index) => (
        <div key={id} className="measure-line">
          <input
            className="input"
            aria-label={`${t('followUp.paper.measureText')} ${index + 1}`}
            placeholder={t('followUp.paper.measureText')}
            value={text}
            onChange={({ target }) => change(id, { text: target.value })}
          />
          <select
            className="input"
            aria-label={`${t('followUp.paper.measureTo')} ${index + 1}`}
            value={to}
            onChange={({ target }) => change(id, { to: target.value })}
          >
            <option value="">{t('followUp.paper.measureTo')}</option>
            {staff.map((one) => (
              <option key={one.id} value={one.id}>
                {one.body.name}
              </option>
            ))}
          </select>
          <input
            className="input"
            type="datetime-local"
            aria-label={`${t('followUp.paper.measureDue')} ${index + 1}`}
            value={toCivil(due)}
            onChange={({ target }) => change(id, { due: toInstant(target.value) })}
          />
          <button
            type="button"
            className="button plain"
            aria-label={t('followUp.paper.removeMeasure', { at: index + 1 })}
            onClick={() => onChange(lines.filter((line) => line.id !== id))}
          >
            ×
          </button>
        </div>
      ))}
      {error && (
        <p className="error" role="alert">
          {error}
        </p>
      )}
      <button
        type="button"
        className="button"
        disabled={lines.length >= FOLLOW_UP_LIMITS.measures}
        onClick={() => onChange([...lines, { id: v7(), text: '', to: '', due: '' }])}
      >
        {t('followUp.paper.addMeasure')}
      </button>
    </div>
  );
}
