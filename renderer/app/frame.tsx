/** Side bar, top bar and the page; keys and menu items become actions here. */
import { lazy, Suspense, useEffect, useMemo, useState, type ComponentType, type ReactElement } from 'react';
import { Route, Router, Switch } from 'wouter';
import { navigate, useHashLocation } from 'wouter/use-hash-location';
import { hasRole } from '@shared/core/roles';
import { logFault } from '../data/faults';
import { host } from '../data/host';
import { useSession } from '../data/session';
import { lock } from '../data/sign-in';
import { actionOf, onAction, runAction, type ActionName } from '../ui/actions';
import type { Feature } from '../ui/feature';
import { t } from '../ui/first-words';
import { loadPresents } from '../ui/record-path';
import { PrintHost } from '../ui/print/print-host';
import { EmptyState, Fence, Loading } from '../ui/states';
import { useScanner } from '../ui/scanner';
import { focusPage, isNowhere } from '../ui/focus';
import { Toasts } from '../ui/toast';
import { openNumber } from './by-number';
import { FEATURES } from './features';
import { SideBar } from './side-bar';
import { Today } from './today';
import { TopBar } from './top-bar';
import { useRegions } from './use-regions';
import { useToday } from './use-today';

const Settings = lazy(() => import('./settings/settings-page'));
const HelpSheet = lazy(() => import('./help-sheet'));

/** A feature's page, which may lead to records of every feature. */
const pageOf = ({ page }: Feature): ReturnType<typeof lazy<ComponentType>> =>
  lazy(() => Promise.all([page(), loadPresents()]).then(([module]) => module));

/** The first page stands before anything is offered. */
const OFFER_AFTER_MS = 1_500;

export function Frame(): ReactElement {
  const roles = useSession(({ actor }) => actor?.roles) ?? [];
  const [help, setHelp] = useState(false);
  const today = useToday();
  const pages = useMemo(() => FEATURES.map((feature) => ({ feature, Page: pageOf(feature) })), []);

  useScanner((number) => void openNumber(number));
  useRegions();

  const [path] = useHashLocation();
  useEffect(() => {
    // Another page was opened: from the side bar, or by what has gone with the page before.
    if (isNowhere() || document.activeElement?.closest('nav')) focusPage();
  }, [path]);

  const actor = useSession((session) => session.actor?.id ?? '');
  const locked = useSession((session) => session.locked);
  useEffect(() => {
    if (actor === '' || locked) return undefined;
    const offer = async ({ id, signedIn }: Feature): Promise<void> => {
      await (await signedIn?.())?.default().catch((error: unknown) => logFault(`signedIn.${id}`, error));
    };
    const timer = setTimeout(() => {
      for (const feature of FEATURES) void offer(feature);
    }, OFFER_AFTER_MS);
    return () => clearTimeout(timer);
  }, [actor, locked]);

  useEffect(() => {
    const stops = [
      onAction('help', () => setHelp(true)),
      onAction('lock', lock),
      onAction('about', () => navigate('/settings/about')),
      onAction('emergency', () => navigate('/incidents/new')),
      host.on('menu.action', (action) => void runAction(action as ActionName)),
    ];
    const onKey = (event: KeyboardEvent): void => {
      const action = actionOf(event);
      if (action && runAction(action)) event.preventDefault();
    };
    window.addEventListener('keydown', onKey);
    return () => {
      window.removeEventListener('keydown', onKey);
      for (const stop of stops) stop();
    };
  }, []);

  return (
    <Router hook={useHashLocation}>
      <div className="app">
        <SideBar today={today} />
        <TopBar onHelp={() => setHelp(true)} />
        <main tabIndex={-1}>
          <Suspense fallback={<Loading />}>
            <Switch>
              <Route path="/">
                <Fence where="today">
                  <Today today={today} />
                </Fence>
              </Route>
              {pages.map(({ feature, Page }) => (
                <Route key={feature.id} path={`${feature.nav.path}/*?`}>
                  <Fence where={feature.id}>
                    {hasRole(roles, feature.nav.roles) ? (
                      <Page />
                    ) : (
                      <EmptyState title={t('ui.noPermission')} />
                    )}
                  </Fence>
                </Route>
              ))}
              <Route path="/settings/*?">
                <Fence where="settings">
                  <Settings />
                </Fence>
              </Route>
              <Route>
                <EmptyState title={t('app.unknownPage')}>
                  <span>{t('app.unknownPageText')}</span>
                  <a className="button" href="#/">
                    {t('app.toToday')}
                  </a>
                </EmptyState>
              </Route>
            </Switch>
          </Suspense>
        </main>
      </div>
      <Toasts />
      <PrintHost />
      {help && (
        <Suspense>
          <HelpSheet onClose={() => setHelp(false)} />
        </Suspense>
      )}
    </Router>
  );
}
