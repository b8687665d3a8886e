/** What grew from a record that keeps no list of its own, e.g. a visit: tickets that name it as their origin. */
import type { ReactElement } from 'react';
import type { Envelope } from '@shared/core/envelope';
import { addDays } from '@shared/core/time';
import type { MatterBody } from '@shared/service/schema';
import { useLiveOf } from '../../data/live';
import { range } from '../../data/read';
import { t } from '../i18n';
import { ChildList } from './origin';

/** Matters grow from a visit while it is fresh; later ones name it all the same, and are found by its number. */
const WITHIN_DAYS = 14;

const namesOrigin = (doc: Envelope, id: string): boolean =>
  'origin' in doc.body && (doc.body as MatterBody).origin?.id === id;

/** Nothing where nothing did. */
export function GrownFrom({ record: { id, day } }: { readonly record: Envelope }): ReactElement | null {
  const live = useLiveOf(
    async () => {
      const near = await range('tickets', 'day', [day], [addDays(day, WITHIN_DAYS)]);
      return near.filter((doc) => namesOrigin(doc, id));
    },
    ['tickets'],
    [id],
  );
  if (live.state !== 'ready' || live.value.length === 0) return null;
  return (
    <div>
      <h2>{t('service.children')}</h2>
      <ChildList>{live.value.map((doc) => ({ id: doc.id, kind: doc.kind, at: doc.at }))}</ChildList>
    </div>
  );
}
