/**
 * Forms beside the list: one act's id from opening to saving (a double Enter is one act), errors under
 * their field, Enter goes on, Ctrl+Enter saves, Esc closes and asks when something was typed, and every
 * keystroke is kept as a draft over a lock, a crash and a reload.
 */
import {
  useEffect,
  useLayoutEffect,
  useRef,
  useState,
  type KeyboardEvent,
  type ReactElement,
  type ReactNode,
} from 'react';
import type { Envelope } from '@shared/core/envelope';
import { clock } from '@shared/core/time';
import type { Outcome } from '../data/gateway';
import { logFault } from '../data/faults';
import { useSession } from '../data/session';
import { Dialog } from './dialog';
import { refusalText, t } from './i18n';
import { useDraft, type Typist } from './use-draft';

export interface FormOptions<V> {
  /** Key of the draft; forms of one record carry its id. */
  readonly draftKey: string;
  readonly initial: V;
  /** Fields that never go into a draft, e.g. a PIN. */
  readonly secrets?: readonly (keyof V & string)[];
  /** Fields that are not among the values (nor in the draft), e.g. a second person's PIN. */
  readonly parts?: readonly string[];
  readonly save: (values: V, actId: string) => Promise<Outcome>;
  readonly onSaved: (docs: readonly Envelope[]) => void;
}

export interface Form<V> {
  readonly values: V;
  readonly set: (change: Partial<V>) => void;
  /** Message per field; the key '' is the whole form's. */
  readonly errors: Readonly<Record<string, string>>;
  readonly busy: boolean;
  readonly typed: boolean;
  /** Whose typing this goes on with, after a reload or when a colleague took over. */
  readonly restored: Typist | null;
  readonly submit: () => Promise<void>;
  /** Forgets what was typed and begins anew. */
  readonly reset: () => Promise<void>;
}

/** The value a refusal's field belongs to: `payments` of `payments.0.amount`. */
const rootOf = (field: string): string => field.split('.')[0] ?? '';

/** State of one form. */
export function useForm<V extends object>(options: FormOptions<V>): Form<V> {
  const { draftKey, initial, secrets = [] } = options;
  const draft = useDraft<V>(draftKey, secrets);
  const [values, setValues] = useState<V>(() => ({ ...initial, ...draft.found?.values }));
  const [errors, setErrors] = useState<Readonly<Record<string, string>>>({});
  const [busy, setBusy] = useState(false);
  const [typed, setTyped] = useState(draft.found !== null);
  const running = useRef(false);
  const done = useRef(false);
  const latest = useRef(values);
  const ground = useRef(initial);
  ground.current = initial;

  const show = (next: V): void => {
    latest.current = next;
    setValues(next);
  };

  const set = (change: Partial<V>): void => {
    if (done.current) return;
    show({ ...latest.current, ...change });
    setTyped(true);
    setErrors((current) =>
      Object.fromEntries(Object.entries(current).filter(([field]) => !(rootOf(field) in change))),
    );
    draft.keep(latest.current);
  };

  const submit = async (): Promise<void> => {
    if (running.current || done.current) return;
    running.current = true;
    setBusy(true);
    try {
      const outcome = await options.save(latest.current, draft.actId());
      if (outcome.ok) {
        done.current = true;
        // Whoever saved goes on at once; the draft is out of memory already and leaves the disk meanwhile.
        const forgotten = draft.forget();
        options.onSaved(outcome.docs);
        await forgotten;
        return;
      }
      // What belongs to no field of this form stands above it.
      const found = outcome.refusals.map(
        ({ field = '', code, params }) =>
          [
            rootOf(field) in values || options.parts?.includes(field) ? field : '',
            refusalText(code, params),
          ] as const,
      );
      // The first message of a field is the one to mend first.
      setErrors(Object.fromEntries([...found].reverse()));
    } catch (error) {
      logFault('save', error);
      setErrors({ '': refusalText('failed') });
    } finally {
      running.current = false;
      setBusy(false);
    }
  };

  const reset = async (): Promise<void> => {
    // At once: what is typed from now on stays.
    done.current = false;
    show(ground.current);
    setErrors({});
    setTyped(false);
    await draft.forget();
  };

  return { values, set, errors, busy, typed, restored: draft.restored, submit, reset };
}

interface FormPanelProps<V> {
  readonly form: Form<V>;
  readonly title: string;
  readonly submitLabel: string;
  /** Absent where the form cannot be left (first run). */
  readonly onClose?: () => void;
  readonly children: ReactNode;
}

const FOCUSABLE =
  'input:not([disabled]):not([type=hidden]), select:not([disabled]), textarea:not([disabled]), button[data-submit]';

/** Where Enter stops, in reading order; a group of radio buttons is one stop. */
function stopsOf(panel: HTMLElement | null): readonly HTMLElement[] {
  const all = [...(panel?.querySelectorAll<HTMLElement>(FOCUSABLE) ?? [])];
  return all.filter((element, index) => {
    if (!(element instanceof HTMLInputElement) || element.type !== 'radio') return true;
    const group = all.filter(
      (other): other is HTMLInputElement => other instanceof HTMLInputElement && other.name === element.name,
    );
    return (
      element.checked ||
      (!group.some(({ checked }) => checked) && all.indexOf(group[0] as HTMLElement) === index)
    );
  });
}

/** Says whose unsaved typing this is, with the way to begin afresh. */
export function DraftNote<V extends object>({ form }: { readonly form: Form<V> }): ReactElement | null {
  const me = useSession(({ actor }) => actor?.name ?? '');
  if (!form.restored) return null;
  const { byName, at } = form.restored;
  return (
    <div className="notice wide" role="status">
      {byName === me
        ? t('ui.draftRestored', { time: clock(at) })
        : t('ui.draftOfColleague', { name: byName, time: clock(at) })}{' '}
      <button type="button" className="button plain" onClick={() => void form.reset()}>
        {t('ui.draftDiscard')}
      </button>
    </div>
  );
}

/** The frame of a form beside the list. */
export function FormPanel<V extends object>({
  form,
  title,
  submitLabel,
  onClose,
  children,
}: FormPanelProps<V>): ReactElement {
  const panel = useRef<HTMLFormElement>(null);
  const [asking, setAsking] = useState(false);

  // Before it is painted: who sees the form may type into it.
  useLayoutEffect(() => stopsOf(panel.current)[0]?.focus(), []);

  useEffect(() => {
    const first = panel.current?.querySelector<HTMLElement>('[aria-invalid=true]');
    // A signature or a group of ticks takes no focus, but must be seen.
    first?.focus({ preventScroll: true });
    // In the middle: its message stands under it, and the foot has just grown by a line.
    first?.scrollIntoView({ block: 'center' });
  }, [form.errors]);

  const close = (): void => {
    if (!onClose) return;
    if (form.typed) setAsking(true);
    else onClose();
  };

  const onKeyDown = (event: KeyboardEvent): void => {
    // A key that ends an input method's word is not the form's.
    if (event.nativeEvent.isComposing) return;
    if (event.key === 'Escape') {
      event.preventDefault();
      event.stopPropagation();
      close();
      return;
    }
    if (event.key !== 'Enter') return;
    const target = event.target as HTMLElement;
    if (event.ctrlKey || event.metaKey) {
      event.preventDefault();
      void form.submit();
      return;
    }
    if (target.tagName === 'BUTTON' || (target.tagName === 'TEXTAREA' && event.shiftKey)) return;
    event.preventDefault();
    const stops = stopsOf(panel.current);
    stops[stops.indexOf(target) + 1]?.focus();
  };

  return (
    <>
      <form
        ref={panel}
        className="panel record"
        aria-label={title || submitLabel}
        noValidate
        onKeyDown={onKeyDown}
        onSubmit={(event) => event.preventDefault()}
      >
        <div className="inside">
          {title && (
            <div className="title">
              <h2>{title}</h2>
            </div>
          )}
          <DraftNote form={form} />
          {form.errors[''] && (
            <div className="notice overdue" role="alert">
              {form.errors['']}
            </div>
          )}
          <div className="form-grid">{children}</div>
        </div>
        <div className="actions">
          {Object.keys(form.errors).length > 0 && (
            <p className="error not-saved" role="alert">
              {t('ui.formNotSaved')}
            </p>
          )}
          <button
            type="button"
            data-submit
            className="button primary grow"
            disabled={form.busy}
            onClick={() => void form.submit()}
          >
            {submitLabel}
          </button>
          {onClose && (
            <button type="button" className="button" onClick={close}>
              {t('ui.cancel')}
            </button>
          )}
        </div>
      </form>
      {asking && (
        <Dialog
          title={t('ui.discardTitle')}
          onClose={() => setAsking(false)}
          onSubmit={() => setAsking(false)}
          foot={
            <>
              <button
                type="button"
                className="button danger"
                onClick={() => void form.reset().then(() => onClose?.())}
              >
                {t('ui.discard')}
              </button>
              <button type="submit" className="button primary" data-first>
                {t('ui.keepTyping')}
              </button>
            </>
          }
        >
          <p>{t('ui.discardText')}</p>
        </Dialog>
      )}
    </>
  );
}
