/** 接待洽谈记录: written down while the customer sits there, who signs it. */
import { useState, type ReactElement } from 'react';
import { useLocation } from 'wouter';
import { emptyTalk, fieldsOf, signedChanged, type TalkFields } from '@shared/talks/fields';
import { correctTalk, recordTalk } from '@shared/talks/record-talk';
import { GROUNDS, type Talk } from '@shared/talks/schema';
import type { SignatureInput } from '@shared/signatures/signature';
import { nowIso } from '../../data/clock';
import { useDirectory } from '../../data/directory';
import { runCommand } from '../../data/gateway';
import { ChoiceField } from '../../ui/choice-field';
import { SelectField, TextField } from '../../ui/fields';
import { FormPanel, useForm, type Form } from '../../ui/form';
import { t } from '../../ui/i18n';
import { CustomerHistory } from '../../ui/service/customer-history';
import type { Start } from '../../ui/service/origin';
import { PartyFields } from '../../ui/service/party-fields';
import { Scripts } from '../../ui/service/scripts';
import { useCustomer } from '../../ui/service/use-customer';
import { SignatureField } from '../../ui/signature-field';
import { toast } from '../../ui/toast';
import { toCivil, toInstant } from '../../ui/typed';

const BASE = '/talks';
const SIGN: SignatureInput = { mode: 'screen', strokes: null };

/** Times are civil in the form, instants in the command. */
type Values = TalkFields & { readonly signature: SignatureInput };

const toCommand = ({ signature: _signature, heldAt, agreedAt, ...fields }: Values): TalkFields => ({
  ...fields,
  heldAt: toInstant(heldAt),
  agreedAt: toInstant(agreedAt),
});

function initialOf({ prefill }: Start): Values {
  const now = { heldAt: toCivil(nowIso()), signature: SIGN };
  if (!prefill) return { ...emptyTalk, ...now };
  const { customer, summary, department } = prefill;
  return { ...emptyTalk, ...customer, summary, department, ...now };
}

export function NewTalkForm({ start }: { readonly start: Start }): ReactElement {
  const [, navigate] = useLocation();
  const { origin } = start;
  const form = useForm<Values>({
    draftKey: `talk.record:${origin?.id ?? ''}`,
    initial: initialOf(start),
    save: (values, actId) =>
      runCommand(
        recordTalk,
        { id: actId, fields: toCommand(values), signature: values.signature, origin },
        { actId },
      ),
    onSaved: (docs) => {
      const talk = docs.find(({ kind }) => kind === 'talk');
      toast(t('talks.saved', { no: talk?.body.no ?? '' }));
      navigate(talk ? `${BASE}/${talk.id}` : BASE);
    },
  });
  const customer = useCustomer(form.values.phone);
  return (
    <div className="with-aside">
      <FormPanel
        form={form}
        title={origin ? t('talks.fromTitle', { no: origin.no }) : t('talks.newTitle')}
        submitLabel={t('talks.save')}
        onClose={() => navigate(BASE)}
      >
        <PartyFields form={form} customer={customer} />
        <TalkInputs form={form} />
        <SignatureField
          label={t('talks.field.signature')}
          modes={['screen', 'paper']}
          value={form.values.signature}
          onChange={(signature) => form.set({ signature })}
          error={form.errors.signature}
        />
      </FormPanel>
      <aside>
        <Scripts place="talk" />
        <CustomerHistory customer={customer} />
      </aside>
    </div>
  );
}

/** A talk that was sent back, or found wrong before its approval. */
export function CorrectTalkForm({
  talk,
  onClose,
}: {
  readonly talk: Talk;
  readonly onClose: () => void;
}): ReactElement {
  const { id, body } = talk;
  const [again, setAgain] = useState(false);
  const before = fieldsOf(body);
  const form = useForm<Values>({
    draftKey: `talk.correct:${id}`,
    initial: {
      ...before,
      heldAt: toCivil(body.heldAt),
      agreedAt: toCivil(body.agreedAt),
      signature: SIGN,
    },
    save: (values, actId) =>
      runCommand(
        correctTalk,
        { id, fields: toCommand(values), signature: signs ? values.signature : null },
        { actId },
      ),
    onSaved: () => {
      toast(t('talks.corrected'));
      onClose();
    },
  });
  const customer = useCustomer(form.values.phone);
  const typed = toCommand(form.values);
  const changed = signedChanged(body, {
    ...typed,
    ground: typed.ground === '' ? 'other' : typed.ground,
    customer: { ...body.customer, name: typed.name },
  });
  const signs = changed || again;
  return (
    <FormPanel
      form={form}
      title={t('talks.correctTitle', { no: body.no ?? '' })}
      submitLabel={t('talks.save')}
      onClose={onClose}
    >
      <PartyFields form={form} customer={customer} offers={false} />
      <TalkInputs form={form} />
      {signs ? (
        <SignatureField
          label={t('talks.field.signature')}
          modes={['screen', 'paper']}
          value={form.values.signature}
          onChange={(signature) => form.set({ signature })}
          error={form.errors.signature}
        />
      ) : (
        <div className="wide quiet">
          {t('talks.keepSignature', { name: body.signature.name })}{' '}
          <button type="button" className="button plain" onClick={() => setAgain(true)}>
            {t('talks.signAnew')}
          </button>
        </div>
      )}
    </FormPanel>
  );
}

function TalkInputs({ form }: { readonly form: Form<Values> }): ReactElement {
  const departments = useDirectory((state) => state.departments);
  const staff = useDirectory((state) => state.staff);
  const names = staff.filter(({ status }) => status === 'active').map(({ body }) => body.name);
  return (
    <>
      <ChoiceField
        form={form}
        name="ground"
        label={t('talks.field.ground')}
        options={GROUNDS.map((value) => ({ value, label: t(`talks.ground.${value}`) }))}
        required
        wide
      />
      <TextField form={form} name="heldAt" label={t('talks.field.heldAt')} type="datetime-local" required />
      <TextField
        form={form}
        name="place"
        label={t('talks.field.place')}
        help={t('talks.placeHelp')}
        required
      />
      <TextField form={form} name="summary" label={t('talks.field.summary')} rows={2} required wide />
      <TextField form={form} name="request" label={t('talks.field.request')} rows={2} required wide />
      <TextField form={form} name="customerSaid" label={t('talks.field.customerSaid')} rows={2} wide />
      <TextField form={form} name="weSaid" label={t('talks.field.weSaid')} rows={2} required wide />
      <TextField
        form={form}
        name="agreedAt"
        label={t('talks.field.agreedAt')}
        type="datetime-local"
        required
      />
      <TextField form={form} name="handler" label={t('talks.field.handler')} list={names} required />
      <SelectField
        form={form}
        name="department"
        label={t('talks.field.department')}
        options={[
          { value: '', label: t('talks.noDepartment') },
          ...departments
            .filter(({ id, status }) => status === 'active' || id === form.values.department)
            .map(({ id, body }) => ({ value: id, label: body.name })),
        ]}
      />
    </>
  );
}
