/** 报告紧急事件: few fields, filled in a minute; and what becomes known later. */
import { useId, type ReactElement } from 'react';
import { useLocation } from 'wouter';
import type { IncidentFields } from '@shared/incidents/report';
import { correctIncident, reportIncident } from '@shared/incidents/report';
import type { Incident } from '@shared/incidents/schema';
import { nowIso } from '../../data/clock';
import { useDirectory } from '../../data/directory';
import { runCommand } from '../../data/gateway';
import { useSession } from '../../data/session';
import { ChoiceField } from '../../ui/choice-field';
import { TextField } from '../../ui/fields';
import { FormPanel, useForm, type Form } from '../../ui/form';
import { t } from '../../ui/i18n';
import { toast } from '../../ui/toast';
import { toCivil, toInstant } from '../../ui/typed';

const BASE = '/incidents';

const toCommand = ({ occurredAt, ...fields }: IncidentFields): IncidentFields => ({
  ...fields,
  occurredAt: toInstant(occurredAt),
});

export function NewIncidentForm(): ReactElement {
  const [, navigate] = useLocation();
  const reporter = useSession(({ actor }) => actor?.name ?? '');
  const levels = useDirectory(({ settings }) => settings.incidentLevels);
  const form = useForm<IncidentFields>({
    draftKey: 'incident.report',
    initial: {
      occurredAt: toCivil(nowIso()),
      place: '',
      what: '',
      reporter,
      level: levels[0] ?? '',
      departments: [],
    },
    save: (values, actId) => runCommand(reportIncident, { id: actId, fields: toCommand(values) }, { actId }),
    onSaved: (docs) => {
      const incident = docs.find(({ kind }) => kind === 'incident');
      toast(t('incidents.saved', { no: incident?.body.no ?? '' }));
      navigate(incident ? `${BASE}/${incident.id}` : BASE);
    },
  });
  return (
    <div className="incident-form">
      <FormPanel
        form={form}
        title={t('incidents.newTitle')}
        submitLabel={t('incidents.save')}
        onClose={() => navigate(BASE)}
      >
        <p className="wide quiet">{t('incidents.newHint')}</p>
        <IncidentInputs form={form} />
      </FormPanel>
    </div>
  );
}

/** What becomes known later, a higher level or further departments. */
export function CorrectIncidentForm({
  incident,
  onClose,
}: {
  readonly incident: Incident;
  readonly onClose: () => void;
}): ReactElement {
  const { id, body } = incident;
  const { place, what, reporter, level, departments } = body;
  const form = useForm<IncidentFields>({
    draftKey: `incident.correct:${id}`,
    initial: { occurredAt: toCivil(body.occurredAt), place, what, reporter, level, departments },
    save: (values, actId) => runCommand(correctIncident, { id, fields: toCommand(values) }, { actId }),
    onSaved: () => {
      toast(t('incidents.corrected'));
      onClose();
    },
  });
  return (
    <div className="incident-form">
      <FormPanel
        form={form}
        title={t('incidents.correctTitle', { no: body.no ?? '' })}
        submitLabel={t('incidents.saveCorrected')}
        onClose={onClose}
      >
        <IncidentInputs form={form} />
      </FormPanel>
    </div>
  );
}

function IncidentInputs({ form }: { readonly form: Form<IncidentFields> }): ReactElement {
  const levels = useDirectory(({ settings }) => settings.incidentLevels);
  const departments = useDirectory((state) => state.departments);
  const legend = useId();
  const chosen = form.values.departments;
  const error = form.errors.departments;
  return (
    <>
      <TextField
        form={form}
        name="place"
        label={t('incidents.field.place')}
        help={t('incidents.placeHelp')}
        required
      />
      <TextField
        form={form}
        name="occurredAt"
        label={t('incidents.field.occurredAt')}
        type="datetime-local"
        required
      />
      <TextField
        form={form}
        name="what"
        label={t('incidents.field.what')}
        help={t('incidents.whatHelp')}
        rows={3}
        required
        wide
      />
      <ChoiceField
        form={form}
        name="level"
        label={t('incidents.field.level')}
        options={levels.map((level) => ({ value: level, label: level }))}
        required
      />
      <TextField form={form} name="reporter" label={t('incidents.field.reporter')} required />
      <div className="field wide" role="group" aria-labelledby={legend}>
        <span id={legend} className="label">
          {t('incidents.field.departments')}
        </span>
        <div className="incident-departments">
          {departments
            .filter(({ id, status }) => status === 'active' || chosen.includes(id))
            .map(({ id, body }) => (
              <label key={id} className="check">
                <input
                  type="checkbox"
                  checked={chosen.includes(id)}
                  onChange={({ target }) =>
                    form.set({
                      departments: target.checked ? [...chosen, id] : chosen.filter((other) => other !== id),
                    })
                  }
                />
                {body.name}
              </label>
            ))}
        </div>
        {error && (
          <span className="error" role="alert">
            {error}
          </span>
        )}
      </div>
    </>
  );
}
