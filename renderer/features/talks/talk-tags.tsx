/** How a talk stands, in the list and beside it. */
import type { ReactElement } from 'react';
import type { Talk } from '@shared/talks/schema';
import { awaitsSignature } from '@shared/talks/state';
import { t } from '../../ui/i18n';
import { dueLevel } from '../../ui/service/due-badge';

export interface Clock {
  /** ISO instant, whole minutes. */
  readonly minute: string;
  readonly amberMinutes: number;
}

/** How a talk stands: its state, and 待签字. */
export function TalkTags({ talk, minute, amberMinutes }: Clock & { readonly talk: Talk }): ReactElement {
  const level = dueLevel(talk.dueAt, minute, amberMinutes);
  return (
    <>
      <span className={level !== 'open' ? `tag ${level}` : talk.status === 'archived' ? 'tag good' : 'tag'}>
        {t(`talks.status.${talk.status}`)}
      </span>
      {awaitsSignature(talk) && <span className="tag due">{t('signatures.waiting')}</span>}
    </>
  );
}
