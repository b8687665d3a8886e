/** Who may be the same person, and who was merged into this one. */
import type { ReactElement } from 'react';
import { maskPhone } from '@shared/core/mask';
import { splitCustomer } from '@shared/customers/merge';
import type { Double, Person } from '@shared/customers/people';
import { runCommand } from '../../data/gateway';
import { refusalText, t } from '../../ui/i18n';
import { toast } from '../../ui/toast';

interface DoublesProps {
  readonly doubles: readonly Double[];
  /** Phones show in full. */
  readonly full: boolean;
  readonly onOpen: (id: string) => void;
  /** Null: only a lead merges. */
  readonly onMerge: ((double: Double) => void) | null;
}

export function Doubles({ doubles, full, onOpen, onMerge }: DoublesProps): ReactElement | null {
  if (doubles.length === 0) return null;
  return (
    <section className="notice doubles" aria-label={t('customers.doubles')}>
      <b>{t('customers.doubles')}</b>
      <ul>
        {doubles.map((double) => (
          <li key={double.person.id}>
            <button type="button" className="button plain" onClick={() => onOpen(double.person.id)}>
              {double.person.name}
            </button>
            <span className="quiet small">
              {full ? double.person.phone : maskPhone(double.person.phone)}{' '}
              {t(`customers.reason.${double.reason}`)}
            </span>
            {onMerge && (
              <button type="button" className="button" onClick={() => onMerge(double)}>
                {t('customers.merge')}
              </button>
            )}
          </li>
        ))}
      </ul>
    </section>
  );
}

async function split(id: string, name: string): Promise<void> {
  const outcome = await runCommand(splitCustomer, { id });
  if (outcome.ok) toast(t('customers.splitDone', { name }));
  else outcome.refusals.forEach(({ code, params }) => toast(refusalText(code, params), { level: 'error' }));
}

/** Other names and phones of the person, each with the way back. */
export function Others({
  person,
  maySplit,
}: {
  readonly person: Person;
  readonly maySplit: boolean;
}): ReactElement {
  return (
    <>
      {person.others.map(({ id, name, phone }) => (
        <div key={id}>
          {name} <span className="quiet">{maskPhone(phone)}</span>
          {maySplit && (
            <button type="button" className="button plain" onClick={() => void split(id, name)}>
              {t('customers.split')}
            </button>
          )}
        </div>
      ))}
    </>
  );
}
