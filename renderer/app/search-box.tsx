/** The one search box (`/`): every register, newest first, arrows and Enter open a record. */
import { useEffect, useRef, useState, type KeyboardEvent, type ReactElement } from 'react';
import { useLocation } from 'wouter';
import { byIds } from '../data/read';
import { logFault } from '../data/faults';
import { onAction } from '../ui/actions';
import { t } from '../ui/first-words';
import { focusAgain, focusPage } from '../ui/focus';
import { Icon } from '../ui/icon';
import { loadPresents } from '../ui/record-path';
import { scannedNumber } from '../ui/scanner';
import { byNumber, found, openNumber, type Found } from './by-number';

const SHOWN = 12;

/** After this the box says that it is still looking: after an update the index is built anew once. */
const SLOW_MS = 600;

type Answer = readonly Found[] | 'slow' | 'failed';

async function find(query: string): Promise<readonly Found[]> {
  const number = scannedNumber(query);
  const exact = number && (await byNumber(number));
  if (exact) return [exact];
  const { search } = await import('../data/search');
  const [hits] = await Promise.all([search(query, { limit: SHOWN }), loadPresents()]);
  const docs = await Promise.all(hits.map(({ collection, id }) => byIds(collection, [id])));
  return docs
    .flat()
    .map(found)
    .filter((line) => line !== null);
}

export function SearchBox(): ReactElement {
  const [, navigate] = useLocation();
  const [query, setQuery] = useState('');
  const [focused, setFocused] = useState(false);
  const [answer, setAnswer] = useState<Answer | null>(null);
  const [at, setAt] = useState(0);
  const input = useRef<HTMLInputElement>(null);
  const before = useRef<Element | null>(null);

  useEffect(() => onAction('search', () => input.current?.select()), []);

  useEffect(() => {
    const wanted = query.trim();
    if (wanted === '' || !focused) {
      setAnswer(null);
      return undefined;
    }
    let gone = false;
    const show = (next: Answer): void => {
      clearTimeout(slow);
      if (gone) return;
      setAnswer(next);
      setAt(0);
    };
    const slow = setTimeout(() => show('slow'), SLOW_MS);
    find(wanted).then(show, (fault: unknown) => {
      logFault('search', fault);
      show('failed');
    });
    return () => {
      gone = true;
    };
  }, [query, focused]);
  const found = Array.isArray(answer) ? (answer as readonly Found[]) : [];

  /** Back to where the search began, or on to the page that was found. */
  const close = (to: 'back' | 'page'): void => {
    setQuery('');
    if (to === 'back') focusAgain(before.current);
    else focusPage();
  };
  const open = (hit: Found | undefined): void => {
    if (!hit) return;
    navigate(hit.path);
    close('page');
  };
  const onKeyDown = (event: KeyboardEvent): void => {
    if (event.nativeEvent.isComposing) return;
    const step = { ArrowDown: 1, ArrowUp: -1 }[event.key];
    if (step) {
      event.preventDefault();
      setAt((current) => Math.min(Math.max(current + step, 0), Math.max(found.length - 1, 0)));
    } else if (event.key === 'Enter') {
      // A scanner's Enter comes before anything could be found.
      const number = scannedNumber(query);
      if (number) {
        void openNumber(number);
        close('page');
      } else open(found[at]);
    } else if (event.key === 'Escape') close('back');
  };

  return (
    <div className="search" role="search">
      <Icon name="search" />
      <input
        ref={input}
        className="input"
        role="combobox"
        aria-label={t('app.searchPlaceholder')}
        aria-expanded={answer !== null}
        aria-controls="search-hits"
        placeholder={t('app.searchPlaceholder')}
        value={query}
        onChange={(event) => setQuery(event.target.value)}
        onKeyDown={onKeyDown}
        onFocus={({ relatedTarget }) => {
          before.current = relatedTarget;
          setFocused(true);
          void import('../data/search').then(({ warmUp }) => warmUp());
        }}
        onBlur={() => setFocused(false)}
      />
      {query === '' && <kbd>/</kbd>}
      {answer && (
        <div className="menu" id="search-hits" role="listbox">
          {found.length === 0 && (
            <div className="state" role="status" style={{ padding: 16 }}>
              {answer === 'slow' && <span>{t('app.searchSlow')}</span>}
              {answer === 'failed' && <span>{t('app.searchFailed')}</span>}
              {typeof answer !== 'string' && (
                <>
                  <span>{t('app.searchNone', { query: query.trim() })}</span>
                  <span className="small">{t('app.searchHint')}</span>
                </>
              )}
            </div>
          )}
          {found.map((hit, index) => (
            <button
              key={hit.id}
              type="button"
              role="option"
              aria-selected={index === at}
              onMouseDown={(event) => event.preventDefault()}
              onClick={() => open(hit)}
            >
              <span>{hit.title}</span>
              <span className="quiet small">{hit.detail}</span>
            </button>
          ))}
        </div>
      )}
    </div>
  );
}
