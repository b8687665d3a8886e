/** 本台钱箱: what moved in the open session and what should be there. */
import { useMemo, useState, type ReactElement } from 'react';
import { useLocation } from 'wouter';
import { DESK_ROLES, hasRole } from '@shared/core/roles';
import { clock } from '@shared/core/time';
import type { PaidIn, PaidOut } from '@shared/ledger/entries/tills';
import { holderOf, shiftOf, type Till } from '@shared/tills/till';
import { useDirectory } from '../../data/directory';
import { useSession } from '../../data/session';
import { WordsFilter } from '../../ui/filters';
import { t } from '../../ui/i18n';
import { Icon } from '../../ui/icon';
import { RegisterPage, Segmented } from '../../ui/register-page';
import { RegisterTable } from '../../ui/register-table';
import { EmptyState } from '../../ui/states';
import { ExpectedPanel } from './expected-panel';
import { moveColumns, movesOf } from './moves';
import { PettyDialog, ReversePettyDialog } from './petty-dialog';
import { Tabs } from './tabs';

type Filter = 'all' | 'cash' | 'other';

export function HerePage({ till }: { readonly till: Till }): ReactElement {
  const [, navigate] = useLocation();
  const blind = useDirectory(({ settings }) => settings.blindTill);
  const atDesk = useSession(({ actor }) => hasRole(actor?.roles ?? [], DESK_ROLES));
  const [filter, setFilter] = useState<Filter>('all');
  const [words, setWords] = useState('');
  const [selected, setSelected] = useState<string | null>(null);
  const [dialog, setDialog] = useState<'petty' | 'reverse' | null>(null);
  const columns = useMemo(moveColumns, []);
  const moves = useMemo(() => movesOf(till.entries), [till]);
  const shown = moves.filter(
    ({ hasCash, hasOther, no, kind, text }) =>
      (filter === 'all' || (filter === 'cash' ? hasCash : hasOther)) &&
      `${no} ${kind} ${text}`.toLowerCase().includes(words.trim().toLowerCase()),
  );
  const chosen = moves.find(({ id }) => id === selected)?.entry;
  const petty = chosen?.kind === 'paidIn' || chosen?.kind === 'paidOut' ? chosen : null;
  const isReversed = petty !== null && moves.some(({ id }) => id === `reversal:${petty.id}`);
  return (
    <>
      <RegisterPage
        title={t('tills.title')}
        hint={<Tabs current="here" />}
        {...(atDesk ? { onNew: { label: t('tills.petty'), run: () => setDialog('petty') } } : {})}
        actions={
          atDesk && (
            <>
              {petty && !isReversed && (
                <button type="button" className="button danger" onClick={() => setDialog('reverse')}>
                  {t('tills.reverse')}
                </button>
              )}
              <button type="button" className="button" onClick={() => navigate('/tills/seal')}>
                {t('tills.seal')}
              </button>
              <button type="button" className="button" onClick={() => navigate('/tills/handover')}>
                <Icon name="handover" />
                {t('tills.handOver')}
              </button>
            </>
          )
        }
        filters={
          <>
            <Segmented
              label={t('tills.field.tender')}
              value={filter}
              options={[
                { value: 'all', label: t('tills.all'), count: moves.length },
                { value: 'cash', label: t('tills.cashOnly') },
                { value: 'other', label: t('tills.nonCash') },
              ]}
              onChange={setFilter}
            />
            <WordsFilter label={t('tills.words')} value={words} onChange={setWords} />
            <span className="quiet">
              {t('tills.openHint', {
                no: till.opening.body.no ?? '',
                shift: shiftOf(till),
                name: holderOf(till).name,
                time: clock(till.opening.at),
              })}
            </span>
          </>
        }
        table={
          <RegisterTable
            label={t('tills.here')}
            columns={columns}
            rows={shown}
            selected={selected}
            onSelect={setSelected}
            empty={<EmptyState title={t('tills.noMoves')} />}
          />
        }
        side={<ExpectedPanel till={till} hidden={blind} />}
      />
      {dialog === 'petty' && <PettyDialog onClose={() => setDialog(null)} />}
      {dialog === 'reverse' && petty && (
        <ReversePettyDialog entry={petty satisfies PaidIn | PaidOut} onClose={() => setDialog(null)} />
      )}
    </>
  );
}
