/** 申请调班: one's own shift against a colleague's, or given away; the colleague may agree at once by PIN. */
import { useMemo, useState, type ReactElement } from 'react';
import type { Witness } from '@shared/core/command';
import { addDays } from '@shared/core/time';
import { ownShifts, type OwnShift } from '@shared/roster/rows';
import { rosterStaff } from '@shared/roster/roster';
import type { Swap } from '@shared/roster/schema';
import { askSwap } from '@shared/roster/swap-commands';
import { useDirectory } from '../../data/directory';
import { runCommand } from '../../data/gateway';
import { today as businessToday, useSession } from '../../data/session';
import { SelectField, TextField } from '../../ui/fields';
import { FormPanel, useForm } from '../../ui/form';
import { t } from '../../ui/i18n';
import { SecondStaff } from '../../ui/second-staff';
import { toast } from '../../ui/toast';
import { shiftText } from './texts';
import { useRoster } from './use-roster';

/** Days ahead whose shifts may be swapped. */
const AHEAD = 62;

const keyOf = ({ day, shift }: OwnShift): string => `${day} ${shift}`;
const split = (key: string): readonly [day: string, shift: string] => {
  const [day = '', shift = ''] = key.split(' ');
  return [day, shift];
};

interface SwapFormProps {
  readonly onSaved: (id: string) => void;
  readonly onClose: () => void;
}

export function SwapForm({ onSaved, onClose }: SwapFormProps): ReactElement {
  const me = useSession(({ actor }) => actor?.id ?? '');
  const { settings, staff: everybody } = useDirectory();
  const today = businessToday();
  const [colleague, setColleague] = useState<Witness | null>(null);
  const span = { from: today, to: addDays(today, AHEAD) };
  const { roster } = useRoster(span.from, span.to);
  const staff = useMemo(
    () => rosterStaff(everybody, roster, []).filter(({ id }) => id !== me),
    [everybody, roster, me],
  );
  const form = useForm({
    draftKey: 'swap.ask',
    parts: ['applicant'],
    initial: { shift: '', colleague: '', returnShift: '', reason: '' },
    save: (values, actId) => {
      const [day, shift] = split(values.shift);
      const [returnDay, returnShift] = split(values.returnShift);
      const terms = { applicant: me, colleague: values.colleague, day, shift, returnDay, returnShift };
      const agreed = colleague?.staff === values.colleague ? [colleague] : [];
      return runCommand(
        askSwap,
        { id: actId, ...terms, reason: values.reason },
        { actId, witnesses: agreed },
      );
    },
    onSaved: (docs) => {
      const swap = docs.find((doc) => doc.kind === 'swap') as Swap | undefined;
      toast(t('roster.swaps.asked', { no: swap?.body.no ?? '' }));
      if (swap) onSaved(swap.id);
    },
  });
  const optionsOf = (person: string) =>
    ownShifts(roster, person, span.from, span.to, settings).map((own) => ({
      value: keyOf(own),
      label: shiftText(own.day, own.shift),
    }));
  const choose = { value: '', label: t('roster.swaps.choose') };
  return (
    <FormPanel
      form={form}
      title={t('roster.swaps.new')}
      submitLabel={t('roster.swaps.ask')}
      onClose={onClose}
    >
      <SelectField
        form={form}
        name="shift"
        label={t('roster.swaps.own')}
        options={[choose, ...optionsOf(me)]}
        required
        wide
      />
      <SelectField
        form={form}
        name="colleague"
        label={t('roster.swaps.colleague')}
        options={[choose, ...staff.map(({ id, body }) => ({ value: id, label: body.name }))]}
        required
        wide
      />
      <SelectField
        form={form}
        name="returnShift"
        label={t('roster.swaps.back')}
        options={[
          { value: '', label: t('roster.swaps.give') },
          ...(form.values.colleague === '' ? [] : optionsOf(form.values.colleague)),
        ]}
        wide
      />
      <TextField form={form} name="reason" label={t('roster.swaps.reason')} rows={2} required wide />
      <SecondStaff
        label={t('roster.swaps.colleaguePin')}
        help={t('roster.swaps.colleagueHelp')}
        optional
        witness={colleague}
        onWitness={setColleague}
        error={undefined}
      />
    </FormPanel>
  );
}
