/** What a page shows while it has nothing to show. */
import { Component, type ReactElement, type ReactNode } from 'react';
import { logFault } from '../data/faults';
import type { ReadState } from '../data/live';
import { t } from './first-words';

/** No records, and what to do about it. */
export function EmptyState({
  title,
  children,
}: {
  readonly title: string;
  readonly children?: ReactNode;
}): ReactElement {
  return (
    <div className="state">
      <strong>{title}</strong>
      {children}
    </div>
  );
}

/** Grey lines where rows will stand. */
export function Loading({ lines = 6 }: { readonly lines?: number }): ReactElement {
  return (
    <div role="status" aria-label={t('ui.loading')} style={{ padding: 14, display: 'grid', gap: 12 }}>
      {Array.from({ length: lines }, (_, index) => (
        <div key={index} className="skeleton" style={{ height: 22, width: `${92 - ((index * 17) % 40)}%` }} />
      ))}
    </div>
  );
}

/** A failed read, with a way on. */
export function ErrorState({ onRetry }: { readonly onRetry?: () => void }): ReactElement {
  return (
    <div className="state" role="alert">
      <strong>{t('ui.failed')}</strong>
      {onRetry && (
        <button type="button" className="button" onClick={onRetry}>
          {t('ui.retry')}
        </button>
      )}
    </div>
  );
}

/** What stands in a list without rows: not read yet, not readable, or none. */
export function ListState({
  state,
  title,
  children,
}: {
  readonly state: ReadState;
  readonly title: string;
  readonly children?: ReactNode;
}): ReactElement {
  if (state === 'loading') return <Loading />;
  if (state === 'failed') return <ErrorState />;
  return <EmptyState title={title}>{children}</EmptyState>;
}

/** What stands beside the list where the record of the address is not there, or not yet. */
export function NoRecord({ state }: { readonly state: ReadState }): ReactElement {
  return (
    <section className="panel record">
      <ListState state={state} title={t('refusal.notFound')} />
    </section>
  );
}

interface FenceProps {
  readonly where: string;
  readonly children: ReactNode;
}

/** Keeps a page's fault from taking the frame with it; the fault is logged without personal data. */
export class Fence extends Component<FenceProps, { readonly failed: boolean }> {
  override state = { failed: false };

  static getDerivedStateFromError(): { readonly failed: boolean } {
    return { failed: true };
  }

  override componentDidCatch(error: Error): void {
    logFault(this.props.where, error);
  }

  override render(): ReactNode {
    if (!this.state.failed) return this.props.children;
    return (
      <div className="state" role="alert">
        <strong>{t('ui.pageFault')}</strong>
        <button type="button" className="button" onClick={() => this.setState({ failed: false })}>
          {t('ui.reload')}
        </button>
      </div>
    );
  }
}
