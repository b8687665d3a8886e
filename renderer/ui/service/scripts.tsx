/** 规范用语: what is said word for word in a place, with the club's and the person's names filled in (settings). */
import type { ReactElement } from 'react';
import type { ScriptPlace } from '@shared/core/settings';
import { sayScript } from '@shared/service/scripts';
import { useDirectory } from '../../data/directory';
import { useSession } from '../../data/session';
import { t } from '../i18n';
import './service.css';

/** Nothing where the club has no words for the place. */
export function Scripts({ place }: { readonly place: ScriptPlace }): ReactElement | null {
  const { scripts, clubName } = useDirectory(({ settings }) => settings);
  const staff = useDirectory((state) => state.staff);
  const actor = useSession((state) => state.actor);
  const lines = scripts.filter((script) => script.place === place);
  if (lines.length === 0) return null;
  const staffNo = staff.find(({ id }) => id === actor?.id)?.body.staffNo ?? '';
  const names = { club: clubName, name: actor?.name ?? '', staffNo };
  return (
    <section className="scripts wide" aria-label={t('replies.scripts')}>
      {lines.map(({ text }) => (
        <p key={text}>{sayScript(text, names)}</p>
      ))}
    </section>
  );
}
