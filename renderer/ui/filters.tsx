/** What stands above a list: words to look for, and one of the things its rows can be. */
import type { ReactElement } from 'react';

interface WordsFilterProps {
  /** Says what is looked through, e.g. 单号、客户、商品. */
  readonly label: string;
  readonly value: string;
  readonly onChange: (value: string) => void;
}

export function WordsFilter({ label, value, onChange }: WordsFilterProps): ReactElement {
  return (
    <input
      className="input words"
      type="search"
      aria-label={label}
      placeholder={label}
      value={value}
      onChange={({ target }) => onChange(target.value)}
    />
  );
}

interface ChoiceFilterProps<V extends string> {
  readonly label: string;
  /** Text of the first choice, which leaves nothing out. */
  readonly all: string;
  readonly value: V | '';
  readonly values: readonly V[];
  /** Text of a value; the value itself when left out. */
  readonly text?: (value: V) => string;
  readonly onChange: (value: V | '') => void;
}

export function ChoiceFilter<V extends string>(props: ChoiceFilterProps<V>): ReactElement {
  const { label, all, value, values, text = String, onChange } = props;
  return (
    <select
      className="input"
      aria-label={label}
      value={value}
      onChange={({ target }) => onChange(values.find((one) => one === target.value) ?? '')}
    >
      <option value="">{all}</option>
      {values.map((one) => (
        <option key={one} value={one}>
          {text(one)}
        </option>
      ))}
    </select>
  );
}
