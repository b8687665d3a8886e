/** Fields of a form: label, control, help, and the message under it. */
import { useId, type ReactElement, type ReactNode } from 'react';
import type { Form } from './form';
import { t } from './i18n';

interface FieldProps {
  readonly label: string;
  readonly required?: boolean;
  readonly help?: string;
  readonly error?: string | undefined;
  readonly wide?: boolean;
  readonly children: (ids: {
    readonly id: string;
    readonly 'aria-invalid': boolean;
    readonly 'aria-describedby': string;
  }) => ReactNode;
}

/** Label, control, help and the message under it. */
export function Field({ label, required, help, error, wide, children }: FieldProps): ReactElement {
  const id = useId();
  return (
    <div className={wide ? 'field wide' : 'field'}>
      <label htmlFor={id}>
        {label}
        {required && (
          <span className="required" title={t('ui.required')}>
            *
          </span>
        )}
        {help && <span className="small">　{help}</span>}
      </label>
      {children({ id, 'aria-invalid': error !== undefined, 'aria-describedby': `${id}-note` })}
      <span id={`${id}-note`} className="error" role={error ? 'alert' : undefined} hidden={!error}>
        {error}
      </span>
    </div>
  );
}

type TextKeys<V> = { [K in keyof V & string]: V[K] extends string ? K : never }[keyof V & string];

interface TextFieldProps<V> {
  readonly form: Form<V>;
  readonly name: TextKeys<V>;
  readonly label: string;
  readonly required?: boolean;
  readonly help?: string;
  readonly wide?: boolean;
  readonly type?: 'text' | 'tel' | 'date' | 'time' | 'datetime-local' | 'password';
  readonly rows?: number;
  readonly list?: readonly string[];
  readonly numeric?: boolean;
  readonly onBlur?: () => void;
}

/** A text, date or time field of a form; `rows` makes it a text area, `list` offers values. */
export function TextField<V extends object>(props: TextFieldProps<V>): ReactElement {
  const { form, name, label, required, help, wide, type = 'text', rows, list, numeric, onBlur } = props;
  const listId = useId();
  const value = form.values[name] as string;
  const change = (next: string): void => form.set({ [name]: next } as unknown as Partial<V>);
  return (
    <Field
      label={label}
      error={form.errors[name]}
      {...(required ? { required } : {})}
      {...(help ? { help } : {})}
      {...(wide ? { wide } : {})}
    >
      {(ids) =>
        rows ? (
          <textarea
            {...ids}
            className="input"
            rows={rows}
            value={value}
            onChange={(event) => change(event.target.value)}
            onBlur={onBlur}
          />
        ) : (
          <>
            <input
              {...ids}
              className="input"
              type={type}
              value={value}
              autoComplete="off"
              {...(numeric ? { inputMode: 'numeric' as const } : {})}
              {...(list ? { list: listId } : {})}
              onChange={(event) => change(event.target.value)}
              onBlur={onBlur}
            />
            {list && (
              <datalist id={listId}>
                {list.map((item) => (
                  <option key={item} value={item} />
                ))}
              </datalist>
            )}
          </>
        )
      }
    </Field>
  );
}

interface SelectFieldProps<V> {
  readonly form: Form<V>;
  readonly name: TextKeys<V>;
  readonly label: string;
  readonly options: readonly { readonly value: string; readonly label: string }[];
  readonly required?: boolean;
  readonly help?: string;
  readonly wide?: boolean;
}

/** A choice among a few. */
export function SelectField<V extends object>({
  form,
  name,
  label,
  options,
  required,
  help,
  wide,
}: SelectFieldProps<V>): ReactElement {
  return (
    <Field
      label={label}
      error={form.errors[name]}
      {...(required ? { required } : {})}
      {...(help ? { help } : {})}
      {...(wide ? { wide } : {})}
    >
      {(ids) => (
        <select
          {...ids}
          className="input"
          value={form.values[name] as string}
          onChange={(event) => form.set({ [name]: event.target.value } as unknown as Partial<V>)}
        >
          {options.map(({ value, label: text }) => (
            <option key={value} value={value}>
              {text}
            </option>
          ))}
        </select>
      )}
    </Field>
  );
}

type FlagKeys<V> = { [K in keyof V & string]: V[K] extends boolean ? K : never }[keyof V & string];

/** A tick box. */
export function CheckField<V extends object>({
  form,
  name,
  label,
  wide,
}: {
  readonly form: Form<V>;
  readonly name: FlagKeys<V>;
  readonly label: string;
  readonly wide?: boolean;
}): ReactElement {
  return (
    <label className={wide ? 'check wide' : 'check'}>
      <input
        type="checkbox"
        checked={form.values[name] as boolean}
        onChange={(event) => form.set({ [name]: event.target.checked } as unknown as Partial<V>)}
      />
      {label}
    </label>
  );
}
