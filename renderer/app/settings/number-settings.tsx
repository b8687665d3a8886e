/** The two letters each register's numbers begin with. */
import type { ReactElement } from 'react';
import { DEFAULT_PREFIXES, type Register } from '@shared/core/numbers';
import { saveSettings } from '@shared/directory/save-settings';
import { useDirectory } from '../../data/directory';
import { runCommand } from '../../data/gateway';
import { TextField } from '../../ui/fields';
import { FormPanel, useForm, type Form } from '../../ui/form';
import { t, type MessageKey } from '../../ui/i18n';
import { toast } from '../../ui/toast';
import { useFresh } from './use-fresh';

const REGISTERS = Object.keys(DEFAULT_PREFIXES) as Register[];

export function NumberSettings(): ReactElement {
  const prefixes = useDirectory((state) => state.settings.prefixes);
  const form: Form<Record<Register, string>> = useForm<Record<Register, string>>({
    draftKey: 'settings.numbers',
    initial: { ...prefixes },
    save: async (values, actId) => {
      const wanted = Object.fromEntries(
        REGISTERS.map((register) => [register, values[register].trim().toUpperCase()]),
      ) as Record<Register, string>;
      const outcome = await runCommand(saveSettings, { prefixes: wanted }, { actId });
      if (outcome.ok) return outcome;
      return { ok: false, refusals: outcome.refusals.map(({ code }) => ({ code })) };
    },
    onSaved: () => {
      toast(t('settings.saved'));
      void form.reset();
    },
  });
  useFresh(form, prefixes);
  return (
    <div className="settings-form numbers">
      <FormPanel
        form={form}
        title={t('settings.prefixHelp')}
        submitLabel={t('ui.save')}
        onClose={() => void form.reset()}
      >
        {REGISTERS.map((register) => (
          <TextField
            key={register}
            form={form}
            name={register}
            label={t(`settings.registers.${register}` as MessageKey)}
          />
        ))}
      </FormPanel>
    </div>
  );
}
