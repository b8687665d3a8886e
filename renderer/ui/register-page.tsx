/** The frame every register has: title and actions, filters, table, and the record or form beside it. */
import { useEffect, useRef, type ReactElement, type ReactNode } from 'react';
import { onAction } from './actions';
import { isNowhere } from './focus';
import { t } from './i18n';
import { Icon } from './icon';
import { BesideRecord } from './register-table';
import { useWhenRead } from './use-when-read';

interface RegisterPageProps {
  readonly title: string;
  readonly hint?: ReactNode;
  /** 登记 (F2). */
  readonly onNew?: { readonly label: string; readonly run: () => void };
  /** 打印 (Ctrl+P). */
  readonly onPrint?: () => void;
  readonly onExport?: () => void;
  /** Further buttons, before the primary one. */
  readonly actions?: ReactNode;
  readonly filters: ReactNode;
  readonly table: ReactNode;
  /** Record, form or nothing. */
  readonly side: ReactNode;
}

export function RegisterPage(props: RegisterPageProps): ReactElement {
  const { title, hint, onNew, onPrint, onExport, actions, filters, table, side } = props;
  const page = useRef<HTMLDivElement>(null);
  useEffect(() => {
    // Whatever had the focus is gone (a form was closed, the page was opened): the arrow keys are the list's.
    if (isNowhere()) page.current?.querySelector<HTMLElement>('[data-register-rows]')?.focus();
  });
  const print = useWhenRead(onPrint ?? null);
  const exportFile = useWhenRead(onExport ?? null);
  useEffect(() => {
    const stops = [onNew && onAction('new', onNew.run), onPrint && onAction('print', print)];
    return () => {
      for (const stop of stops) stop?.();
    };
  });
  return (
    <>
      <div className="page-head">
        <h1>{title}</h1>
        {hint && <span className="quiet">{hint}</span>}
        <span className="spacer" />
        {actions}
        {onExport && (
          <button type="button" className="button" onClick={exportFile}>
            <Icon name="export" />
            {t('ui.export')}
          </button>
        )}
        {onPrint && (
          <button type="button" className="button" onClick={print}>
            <Icon name="print" />
            {t('ui.print')}
          </button>
        )}
        {onNew && (
          <button type="button" className="button primary" onClick={onNew.run}>
            <Icon name="plus" />
            {onNew.label}
            <kbd>F2</kbd>
          </button>
        )}
      </div>
      <div className="filters">{filters}</div>
      <div ref={page} className={side ? 'register with-side' : 'register'}>
        <BesideRecord value={Boolean(side)}>{table}</BesideRecord>
        {side}
      </div>
    </>
  );
}

interface SegmentedProps<V extends string> {
  readonly label: string;
  readonly value: V;
  readonly options: readonly { readonly value: V; readonly label: string; readonly count?: number }[];
  readonly onChange: (value: V) => void;
}

/** A few states side by side, with their counts. */
export function Segmented<V extends string>({
  label,
  value,
  options,
  onChange,
}: SegmentedProps<V>): ReactElement {
  return (
    <div className="segmented" role="group" aria-label={label}>
      {options.map((option) => (
        <button
          key={option.value}
          type="button"
          aria-pressed={option.value === value}
          onClick={() => onChange(option.value)}
        >
          {option.label}
          {option.count !== undefined && <span className="quiet"> {option.count}</span>}
        </button>
      ))}
    </div>
  );
}
