/** A few choices all in sight: a click, an arrow key, or the digit in front of it. */
import type { KeyboardEvent, ReactElement } from 'react';
import type { Form } from './form';
import { t } from './i18n';

interface ChoiceFieldProps<V> {
  readonly form: Form<V>;
  readonly name: keyof V & string;
  readonly label: string;
  readonly options: readonly { readonly value: string; readonly label: string }[];
  readonly required?: boolean;
  readonly wide?: boolean;
}

/** Radio buttons drawn as chips; the first nine have a digit key while the group has the focus. */
export function ChoiceField<V extends object>({
  form,
  name,
  label,
  options,
  required,
  wide,
}: ChoiceFieldProps<V>): ReactElement {
  const chosen = form.values[name];
  const error = form.errors[name];
  const choose = (value: string): void => form.set({ [name]: value } as unknown as Partial<V>);
  const onKeyDown = (event: KeyboardEvent<HTMLFieldSetElement>): void => {
    const option = /^[1-9]$/.test(event.key) ? options[Number(event.key) - 1] : undefined;
    if (!option || event.altKey || event.ctrlKey || event.metaKey) return;
    event.preventDefault();
    choose(option.value);
    event.currentTarget.querySelectorAll<HTMLInputElement>('input')[Number(event.key) - 1]?.focus();
  };
  return (
    <fieldset className={wide ? 'field choice wide' : 'field choice'} onKeyDown={onKeyDown}>
      <legend className="label">
        {label}
        {required && (
          <span className="required" title={t('ui.required')}>
            *
          </span>
        )}
      </legend>
      <div className="chips">
        {options.map((option, index) => (
          <label key={option.value} className="chip">
            <input
              type="radio"
              name={name}
              value={option.value}
              checked={option.value === chosen}
              aria-invalid={error !== undefined}
              onChange={() => choose(option.value)}
            />
            {index < 9 && <kbd aria-hidden="true">{index + 1}</kbd>}
            {option.label}
          </label>
        ))}
      </div>
      {error && (
        <span className="error" role="alert">
          {error}
        </span>
      )}
    </fieldset>
  );
}
