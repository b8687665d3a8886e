/** Going through a checklist: each item right or not, what the desk itself sees beside it, signed at the end. */
import { useEffect, type ReactElement } from 'react';
import { itemsOf, seenOf, sightOf, sightReads } from '@shared/checklists/rules';
import { REMARK_MAX, type ChecklistType } from '@shared/checklists/schema';
import { signChecklist, type TypedItem } from '@shared/checklists/sign';
import type { Slot } from '@shared/shift-log/slots';
import type { SignatureInput } from '@shared/signatures/signature';
import { loadBooks } from '../../../data/books';
import { useDirectory } from '../../../data/directory';
import { runCommand } from '../../../data/gateway';
import { useLiveOf } from '../../../data/live';
import { loadReads } from '../../../data/load-reads';
import { useSession } from '../../../data/session';
import { FormPanel, useForm } from '../../../ui/form';
import { t } from '../../../ui/i18n';
import { SignatureField } from '../../../ui/signature-field';
import { toast } from '../../../ui/toast';

interface ListFormProps {
  readonly type: ChecklistType;
  readonly slot: Slot;
  readonly onSaved: () => void;
  readonly onClose: () => void;
}

interface Values {
  readonly items: readonly TypedItem[];
  readonly signature: SignatureInput | null;
}

export function ListForm({ type, slot, onSaved, onClose }: ListFormProps): ReactElement {
  const settings = useDirectory((state) => state.settings);
  const actor = useSession((session) => session.actor);
  const asked = itemsOf(type, settings);
  const { name, desk, day, shift } = slot;
  const sight = useLiveOf(
    async () => sightOf(await loadReads(sightReads(day)), slot, await loadBooks()),
    ['ledger', 'stockDocuments'],
    [day, desk, shift],
  );
  const form = useForm<Values>({
    draftKey: `checklist:${type}:${desk}:${day}:${shift}`,
    initial: {
      items: asked.map(({ text }) => ({ text, ok: null, remark: '' })),
      signature: { mode: 'pin', staff: actor?.id ?? '' },
    },
    secrets: ['signature'],
    save: ({ items, signature }, actId) =>
      runCommand(signChecklist, { type, slot: { desk, day, shift }, items, signature }, { actId }),
    onSaved: () => {
      toast(t('shiftLog.list.saved', { type: t(`shiftLog.list.type.${type}`) }));
      onSaved();
    },
  });
  const { items, signature } = form.values;
  // Whoever takes the desk over signs for themselves.
  const me = actor?.id ?? '';
  const { set } = form;
  useEffect(() => {
    if (signature?.mode === 'pin' && signature.staff !== me) set({ signature: { mode: 'pin', staff: me } });
    // Only a change of person matters.
    // eslint-disable-next-line react-hooks/exhaustive-deps
  }, [me]);
  const change = (at: number, change: Partial<TypedItem>): void =>
    form.set({ items: items.map((item, index) => (index === at ? { ...item, ...change } : item)) });
  return (
    <FormPanel
      form={form}
      title={t('shiftLog.list.fill', { type: t(`shiftLog.list.type.${type}`), shift: name, desk })}
      submitLabel={t('shiftLog.list.sign')}
      onClose={onClose}
    >
      <div className="wide check-items">
        {items.map((item, at) => {
          const error = form.errors[`items.${at}`];
          const question = asked[at];
          const seen =
            sight.state === 'ready' && question?.text === item.text ? seenOf(question, sight.value) : null;
          const mustSay = item.ok === false || (item.ok === true && seen === false);
          return (
            <div key={item.text} className="check-item" role="group" aria-label={item.text}>
              <div>
                {item.text}
                {seen !== null && (
                  <span className={seen ? 'tag good' : 'tag due'}>
                    {t(seen ? 'shiftLog.list.seen.yes' : 'shiftLog.list.seen.no')}
                  </span>
                )}
              </div>
              <div className="chips">
                {([true, false] as const).map((ok) => (
                  <label key={String(ok)} className="chip">
                    <input
                      type="radio"
                      name={`item-${at}`}
                      checked={item.ok === ok}
                      aria-invalid={error !== undefined && item.ok === null}
                      onChange={() => change(at, { ok })}
                    />
                    {t(ok ? 'shiftLog.list.ok' : 'shiftLog.list.notOk')}
                  </label>
                ))}
              </div>
              {(mustSay || item.remark !== '') && (
                <input
                  className="input"
                  aria-label={`${t('shiftLog.list.remark')} ${item.text}`}
                  placeholder={t('shiftLog.list.remarkNeeded')}
                  aria-invalid={error !== undefined}
                  maxLength={REMARK_MAX}
                  value={item.remark}
                  onChange={({ target }) => change(at, { remark: target.value })}
                />
              )}
              {error && (
                <span className="error" role="alert">
                  {error}
                </span>
              )}
            </div>
          );
        })}
        <div>
          <button
            type="button"
            className="button"
            onClick={() =>
              form.set({ items: items.map((item) => (item.ok === null ? { ...item, ok: true } : item)) })
            }
          >
            {t('shiftLog.list.allOk')}
          </button>
        </div>
      </div>
      <SignatureField
        label={t('shiftLog.list.signature')}
        modes={['pin']}
        value={signature}
        onChange={(next) => form.set({ signature: next })}
        error={form.errors.signature}
        {...(actor ? { self: { staff: actor.id, name: actor.name } } : {})}
      />
    </FormPanel>
  );
}
