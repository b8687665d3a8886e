/** Beside the form: the customer's earlier records over all registers, newest first, each opening its record. */
import { useState, type ReactElement } from 'react';
import { Link } from 'wouter';
import type { FoundRecord } from '../../data/customer-history';
import { t } from '../i18n';
import { shownAs } from '../record-path';
import { ErrorState, Loading } from '../states';
import './service.css';
import type { CustomerRecords } from './use-customer';

const SHOWN_FIRST = 8;

interface CustomerHistoryProps {
  readonly customer: CustomerRecords;
  /** Id of the record that is open, which is left out. */
  readonly except?: string;
}

export function CustomerHistory({ customer, except = '' }: CustomerHistoryProps): ReactElement {
  const { state, records } = customer;
  const earlier = records.filter(({ doc }) => doc.id !== except);
  return (
    <section className="panel customer-history" aria-label={t('service.history')}>
      <h2>
        {t('service.history')} {state === 'ready' && <span className="quiet small">{earlier.length}</span>}
      </h2>
      {state === 'none' && <p className="quiet small">{t('service.historyHint')}</p>}
      {state === 'loading' && <Loading lines={3} />}
      {state === 'failed' && <ErrorState />}
      {state === 'ready' && earlier.length === 0 && <p className="quiet small">{t('service.historyNone')}</p>}
      {earlier.length > 0 && <HistoryList records={earlier} />}
      {state === 'ready' && records.length > 0 && (
        // Not a stop of the Tab key: it must lead through the form.
        <Link className="button plain" href={`/customers/find/${customer.phone}`} tabIndex={-1}>
          {t('customers.historyLink')}
        </Link>
      )}
    </section>
  );
}

/** The records as links, the first few until all are wanted. */
export function HistoryList({ records }: { readonly records: readonly FoundRecord[] }): ReactElement {
  const [all, setAll] = useState(false);
  return (
    <>
      <ul className="earlier">
        {(all ? records : records.slice(0, SHOWN_FIRST)).map(({ collection, doc }) => (
          <HistoryLine key={`${collection} ${doc.id}`} record={{ collection, doc }} />
        ))}
      </ul>
      {!all && records.length > SHOWN_FIRST && (
        <button type="button" className="button plain" onClick={() => setAll(true)}>
          {t('service.historyAll', { count: records.length })}
        </button>
      )}
    </>
  );
}

function HistoryLine({ record: { doc } }: { readonly record: FoundRecord }): ReactElement {
  const shown = shownAs(doc);
  const text = (
    <>
      <span>{doc.day}</span>
      <span>{shown?.title ?? doc.body.no ?? ''}</span>
      <span className="quiet">{shown?.detail ?? ''}</span>
    </>
  );
  return (
    <li className={doc.status === 'void' ? 'void' : ''}>
      {/* Not a stop of the Tab key: it must lead through the form. */}
      {shown ? (
        <Link href={shown.path} tabIndex={-1} title={shown.detail}>
          {text}
        </Link>
      ) : (
        <span>{text}</span>
      )}
    </li>
  );
}
