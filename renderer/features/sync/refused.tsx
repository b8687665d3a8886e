/** Records that the endpoint sent back: why, where they are, and the way to send them again. */
import { useEffect, useState, type ReactElement } from 'react';
import type { Envelope } from '@shared/core/envelope';
import type { Outgoing } from '@shared/sync/desk/ports';
import { byIds } from '../../data/read';
import { syncNow } from '../../data/sync/loop';
import { allOutgoing, putOutgoing } from '../../data/sync/outgoing';
import { useSync } from '../../data/sync/status';
import { t } from '../../ui/i18n';
import { shownAs } from '../../ui/record-path';
import { dayTime } from '../../ui/typed';
import { Matters } from './matters';
import { kindText, nameOf } from './words';

interface Line {
  readonly entry: Outgoing;
  readonly doc: Envelope | undefined;
}

async function load(): Promise<readonly Line[]> {
  const entries = (await allOutgoing()).filter((entry) => entry.refused);
  return Promise.all(
    entries.map(async (entry) => ({ entry, doc: (await byIds(entry.collection, [entry.id]))[0] })),
  );
}

async function sendAgain(entries: readonly Outgoing[]): Promise<void> {
  await putOutgoing(entries.map((entry) => ({ ...entry, refused: null })));
  syncNow();
}

export function Refused(): ReactElement {
  const refused = useSync((state) => state.refused);
  const lastAt = useSync((state) => state.lastAt);
  const [lines, setLines] = useState<readonly Line[]>([]);
  useEffect(() => void load().then(setLines), [refused, lastAt]);
  return (
    <Matters
      title={t('sync.refused')}
      help={t('sync.refusedHelp')}
      none={t('sync.refusedNone')}
      matters={lines.map(({ entry, doc }) => {
        const path = doc ? shownAs(doc)?.path : undefined;
        const { refused: why } = entry;
        return {
          key: `${entry.collection}/${entry.id}`,
          title: doc ? `${kindText(doc)} ${nameOf(doc)}` : entry.id,
          detail: why ? `${t(`sync.reason.${why.reason}`)} · ${dayTime(why.at)}` : '',
          actions: (
            <>
              {path && (
                <a className="button" href={`#${path}`}>
                  {t('sync.open')}
                </a>
              )}
              <button type="button" className="button" onClick={() => void sendAgain([entry])}>
                {t('sync.again')}
              </button>
            </>
          ),
        };
      })}
    />
  );
}
