/** Before the morning count: begin it, or take a blank sheet along. */
import { useEffect, useRef, type ReactElement } from 'react';
import { productsToCount, startCount } from '@shared/counts/start';
import { DESK_ROLES, hasRole } from '@shared/core/roles';
import { useBooks, loadBooks } from '../../data/books';
import { useDirectory } from '../../data/directory';
import { runCommand } from '../../data/gateway';
import { productsNow, useProducts } from '../../data/products';
import { useSession } from '../../data/session';
import { onAction } from '../../ui/actions';
import { refusalText, t } from '../../ui/i18n';
import { Icon } from '../../ui/icon';
import { EmptyState } from '../../ui/states';
import { toast } from '../../ui/toast';
import { HistoryLink } from './history-link';
import { printBlank } from './prints';

export function StartPage({ day }: { readonly day: string }): ReactElement {
  const settings = useDirectory((directory) => directory.settings);
  const { desk, actor } = useSession();
  const books = useBooks((all) => all.books);
  useProducts();
  useEffect(() => void loadBooks(), []);
  const atDesk = hasRole(actor?.roles ?? [], DESK_ROLES);
  const products = books ? productsToCount(productsNow(), books, { settings, day }) : [];
  const isEmpty = books !== null && products.length === 0;
  const beginning = useRef(false);
  const begin = async (): Promise<void> => {
    if (beginning.current) return;
    beginning.current = true;
    const outcome = await runCommand(startCount, { type: 'morning', period: day });
    beginning.current = false;
    if (!outcome.ok)
      for (const { code, params } of outcome.refusals) toast(refusalText(code, params), { level: 'error' });
  };
  const print = (): void => {
    if (books && products.length > 0) printBlank(null, products, books, settings.blindCount);
  };
  useEffect(() => {
    const stops = [...(atDesk ? [onAction('new', () => void begin())] : []), onAction('print', print)];
    return () => stops.forEach((stop) => stop());
  });
  return (
    <>
      <div className="page-head">
        <h1>{t('counts.morning')}</h1>
        <span className="quiet">{`${day} · ${t('counts.desk', { desk })}`}</span>
        <span className="spacer" />
        <HistoryLink />
        <button type="button" className="button" disabled={products.length === 0} onClick={print}>
          <Icon name="print" />
          {t('counts.blankSheet')}
        </button>
      </div>
      <div className="panel count-start">
        <EmptyState title={t(atDesk ? 'counts.startTitle' : 'counts.noRights')}>
          {atDesk && !isEmpty && <span>{t('counts.startText')}</span>}
          {atDesk && !isEmpty && settings.blindCount && <span>{t('counts.startBlind')}</span>}
          {isEmpty && (
            <>
              <span>{t('counts.nothingHere')}</span>
              <a className="button" href="#/products">
                {t('counts.toProducts')}
              </a>
            </>
          )}
          {atDesk && !isEmpty && (
            <button
              type="button"
              className="button primary"
              autoFocus
              disabled={products.length === 0}
              onClick={() => void begin()}
            >
              {t('counts.start')}
              <kbd>F2</kbd>
            </button>
          )}
        </EmptyState>
      </div>
    </>
  );
}
