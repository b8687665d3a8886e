/** Several choices out of a few, each with a tick box. */
import type { ReactElement } from 'react';

interface TicksFieldProps<T extends string> {
  readonly label: string;
  readonly options: readonly { readonly value: T; readonly label: string }[];
  readonly chosen: readonly T[];
  readonly error: string | undefined;
  readonly onChange: (chosen: readonly T[]) => void;
}

export function TicksField<T extends string>({
  label,
  options,
  chosen,
  error,
  onChange,
}: TicksFieldProps<T>): ReactElement {
  return (
    <fieldset className="field wide">
      <legend className="label">{label}</legend>
      <div className="ticks">
        {options.map(({ value, label: text }) => (
          <label key={value} className="check">
            <input
              type="checkbox"
              checked={chosen.includes(value)}
              aria-invalid={error !== undefined}
              onChange={({ target }) =>
                onChange(target.checked ? [...chosen, value] : chosen.filter((other) => other !== value))
              }
            />
            {text}
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
