/**
 * Where a matter came from and what came of it (DESIGN §2). A child's form is opened at
 * `<page>/new/<collection>:<id of the parent>` (`newFrom`) and starts from what the parent knows (`FromRecord`).
 */
import { useEffect, useState, type ReactElement, type ReactNode } from 'react';
import { Link } from 'wouter';
import { COLLECTIONS, type CollectionName, type Envelope } from '@shared/core/envelope';
import { originOf, prefillFrom, type Prefill } from '@shared/service/origin';
import { collectionOf, type Child, type Origin } from '@shared/service/schema';
import { useDirectory } from '../../data/directory';
import { logFault } from '../../data/faults';
import { useLiveOf } from '../../data/live';
import { byIds } from '../../data/read';
import { t, type MessageKey } from '../i18n';
import { shownAs } from '../record-path';
import { Loading } from '../states';
import './service.css';

/** Path of a child's form, e.g. `/complaints/new/tickets:<id>`. @param page path of the child's register */
export const newFrom = (page: string, collection: CollectionName, id: string): string =>
  `${page}/new/${collection}:${id}`;

/** What a child's form starts from; both null when it starts from nothing. */
export interface Start {
  readonly origin: Origin | null;
  readonly prefill: Prefill | null;
}

const NOTHING: Start = { origin: null, prefill: null };

async function load(from: string): Promise<Start> {
  // Ids may hold a colon of their own.
  const id = from.slice(from.indexOf(':') + 1);
  const collection = COLLECTIONS.find((one) => from.startsWith(`${one}:`));
  const [doc] = collection ? await byIds(collection, [id]) : [];
  return collection && doc
    ? { origin: originOf(collection, doc), prefill: prefillFrom(doc, useDirectory.getState().settings) }
    : NOTHING;
}

interface FromRecordProps {
  /** The path's part after `new`: `<collection>:<id>`, or ''. */
  readonly from: string;
  /** The form; give it a draft key with the origin's id, so that each parent has its own draft. */
  readonly children: (start: Start) => ReactNode;
}

/** Draws the form once the parent is read. A parent that is gone leaves an empty form. */
export function FromRecord({ from, children }: FromRecordProps): ReactElement {
  const [start, setStart] = useState<{ readonly of: string; readonly start: Start } | null>(
    from === '' ? { of: '', start: NOTHING } : null,
  );
  useEffect(() => {
    let gone = false;
    const show = (found: Start): void => {
      if (!gone) setStart({ of: from, start: found });
    };
    load(from).then(show, (error: unknown) => {
      logFault('origin', error);
      show(NOTHING);
    });
    return () => {
      gone = true;
    };
  }, [from]);
  if (start?.of !== from) return <Loading />;
  return (
    <div key={from} className="from-record">
      {children(start.start)}
    </div>
  );
}

/** What kind of record it is, e.g. 投诉. */
function kindText(kind: string): string {
  return t(`service.kinds.${kind}` as MessageKey);
}

/** The parent as a link: kind and number; nothing for a matter that came by itself. */
export function OriginLink({ origin }: { readonly origin: Origin | null }): ReactElement | null {
  const live = useLiveOf(
    async () => (origin ? byIds(origin.collection, [origin.id]) : []),
    origin ? [origin.collection] : [],
    [origin?.id ?? ''],
  );
  if (!origin) return null;
  const doc = live.state === 'ready' ? live.value[0] : undefined;
  return <RecordLink doc={doc} kind={origin.kind} no={origin.no} />;
}

interface RecordLinkProps {
  readonly doc: Envelope | undefined;
  readonly kind: string;
  readonly no: string;
}

function RecordLink({ doc, kind, no }: RecordLinkProps): ReactElement {
  const text = `${kindText(kind)} ${no}`;
  const shown = doc ? shownAs(doc) : null;
  return shown ? <Link href={shown.path}>{text}</Link> : <span>{text}</span>;
}

/** What grew from a matter, oldest first; nothing where nothing did. */
export function ChildList({ children }: { readonly children: readonly Child[] }): ReactElement | null {
  const live = useLiveOf(
    async () => {
      const found = await Promise.all(
        children.map(async ({ id, kind }) => (await byIds(collectionOf(kind), [id]))[0]),
      );
      return new Map(found.filter((doc) => doc !== undefined).map((doc) => [doc.id, doc]));
    },
    ['tickets', 'stockDocuments'],
    [children.map(({ id }) => id).join()],
  );
  if (children.length === 0) return null;
  const docs = live.state === 'ready' ? live.value : new Map<string, Envelope>();
  return (
    <ul className="matter-children">
      {children.map(({ id, kind }) => {
        const doc = docs.get(id);
        return (
          <li key={id}>
            <RecordLink doc={doc} kind={kind} no={doc?.body.no ?? ''} />
          </li>
        );
      })}
    </ul>
  );
}
