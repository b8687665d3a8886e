/** A list of matters on the sync page: what each is, and what can be done about it. */
import type { ReactElement, ReactNode } from 'react';

interface MattersProps {
  readonly title: string;
  /** Said above the list. */
  readonly help: string;
  /** Said where there is none. */
  readonly none: string;
  readonly matters: readonly {
    readonly key: string;
    readonly title: string;
    readonly detail: string;
    readonly actions: ReactNode;
  }[];
  readonly children?: ReactNode;
}

export function Matters({ title, help, none, matters, children }: MattersProps): ReactElement {
  return (
    <section className="panel" aria-label={title}>
      <h2>{title}</h2>
      {matters.length === 0 ? (
        <p className="quiet">{none}</p>
      ) : (
        <>
          <p className="quiet small">{help}</p>
          <ul className="matters">
            {matters.map((matter) => (
              <li key={matter.key}>
                <span>
                  <strong>{matter.title}</strong> <span className="quiet">{matter.detail}</span>
                </span>
                {matter.actions}
              </li>
            ))}
          </ul>
        </>
      )}
      {children}
    </section>
  );
}
