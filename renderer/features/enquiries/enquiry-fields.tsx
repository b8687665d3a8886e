/** The fields of an enquiry in reading order, for registering and correcting (DOMAIN §3.2). */
import type { ReactElement } from 'react';
import { DESK_ROLES, hasRole } from '@shared/core/roles';
import { CATEGORIES, CHANNELS, OUTCOMES, isPassed } from '@shared/enquiries/schema';
import { useDirectory } from '../../data/directory';
import { ChoiceField } from '../../ui/choice-field';
import { durationText } from '../../ui/duration';
import { CheckField, SelectField, TextField } from '../../ui/fields';
import type { Form } from '../../ui/form';
import { t } from '../../ui/i18n';
import { Segmented } from '../../ui/register-page';
import { modeText } from '../../ui/service/due-badge';
import { ForbiddenHint } from '../../ui/service/forbidden-hint';
import { PartyFields } from '../../ui/service/party-fields';
import type { CustomerRecords } from '../../ui/service/use-customer';
import type { EnquiryValues } from './form-values';

interface EnquiryFieldsProps {
  readonly form: Form<EnquiryValues>;
  readonly customer: CustomerRecords;
  /** Offers known people; only when registering. */
  readonly offers: boolean;
}

export function EnquiryFields({ form, customer, offers }: EnquiryFieldsProps): ReactElement {
  const { values } = form;
  const { clocks, enquiryStandards } = useDirectory(({ settings }) => settings);
  const records = useDirectory((state) => state.records);
  const isPhone = values.channel === 'phone';
  const forbidden = values.replies.flatMap((id) => {
    const reply = records.get(id)?.body as { readonly forbidden?: readonly string[] } | undefined;
    return reply?.forbidden ?? [];
  });
  const mustBeKnown = isPassed(values.outcome) || values.outcome === 'callBack';
  return (
    <>
      <div className="wide channel">
        <Segmented
          label={t('enquiries.field.channel')}
          value={values.channel}
          options={CHANNELS.map((value) => ({ value, label: t(`enquiries.channel.${value}`) }))}
          onChange={(channel) => form.set({ channel })}
        />
      </div>
      <PartyFields
        form={form}
        customer={customer}
        offers={offers}
        named={mustBeKnown}
        phoneRequired={values.outcome === 'callBack'}
      />
      <ChoiceField
        form={form}
        name="category"
        label={t('enquiries.field.category')}
        options={CATEGORIES.map((value) => ({ value, label: t(`enquiries.category.${value}`) }))}
        required
        wide
      />
      <TextField form={form} name="summary" label={t('enquiries.field.summary')} rows={3} required wide />
      <TextField
        form={form}
        name="answer"
        label={t('enquiries.field.answer')}
        help={t('enquiries.answerHelp')}
        rows={3}
        required={values.outcome === 'answered'}
        wide
      />
      <ForbiddenHint text={values.answer} more={forbidden} />
      <ChoiceField
        form={form}
        name="outcome"
        label={t('enquiries.field.outcome')}
        options={OUTCOMES.map((value) => ({ value, label: t(`enquiries.outcome.${value}`) }))}
        wide
      />
      {values.outcome === 'callBack' && (
        <TextField
          form={form}
          name="callBackAt"
          label={t('enquiries.field.callBackAt')}
          help={t('enquiries.callBackHelp', {
            time: durationText(clocks.callBack.minutes),
            mode: modeText(clocks.callBack.mode),
          })}
          type="datetime-local"
          wide
        />
      )}
      <Circumstances form={form} />
      {isPhone ? (
        <div className="standards">
          <CheckField
            form={form}
            name="lateRings"
            label={t('enquiries.field.lateRings', { rings: enquiryStandards.rings })}
          />
          <CheckField
            form={form}
            name="longHold"
            label={t('enquiries.field.longHold', { hold: enquiryStandards.holdSeconds })}
          />
        </div>
      ) : (
        <TextField
          form={form}
          name="firstReply"
          label={t('enquiries.field.firstReply')}
          help={t('enquiries.firstReplyHelp', {
            first: enquiryStandards.firstReplySeconds,
            last: enquiryStandards.replySeconds,
          })}
          numeric
        />
      )}
      {!isPhone && (values.outcome === 'answered' || mustBeKnown) && values.outcome !== 'callBack' && (
        <TextField
          form={form}
          name="answeredAt"
          label={t('enquiries.field.answeredAt')}
          help={t('enquiries.now')}
          type="datetime-local"
        />
      )}
      <TextField form={form} name="remark" label={t('enquiries.field.remark')} wide />
    </>
  );
}

/** When, by whom, and which department it concerns. */
function Circumstances({ form }: { readonly form: Form<EnquiryValues> }): ReactElement {
  const { values } = form;
  const { departments, staff } = useDirectory();
  return (
    <>
      <SelectField
        form={form}
        name="department"
        label={t('enquiries.field.department')}
        options={[
          { value: '', label: t('enquiries.none') },
          ...departments
            .filter(({ id, status }) => status === 'active' || id === values.department)
            .map(({ id, body }) => ({ value: id, label: body.name })),
        ]}
      />
      <TextField
        form={form}
        name="receivedAt"
        label={t('enquiries.field.receivedAt')}
        help={t('enquiries.now')}
        type="datetime-local"
      />
      <SelectField
        form={form}
        name="takenBy"
        label={t('enquiries.field.takenBy')}
        options={staff
          .filter(
            ({ id, status, body }) =>
              (status === 'active' && hasRole(body.roles, DESK_ROLES)) || id === values.takenBy,
          )
          .map(({ id, body }) => ({ value: id, label: body.name }))}
        required
      />
    </>
  );
}
