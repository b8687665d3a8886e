/** 统一答复 beside a form: words or pinyin, arrows, Enter puts the wording into the answer and goes back to it. */
import { useEffect, useRef, useState, type KeyboardEvent, type ReactElement } from 'react';
import { findReplies, useReplyLines, type ReplyLine } from '../../data/replies';
import { t } from '../i18n';
import './service.css';

const SHOWN = 6;

interface ReplySearchProps {
  readonly onInsert: (line: ReplyLine) => void;
  /** Nothing is listed before something is typed: for dialogs. */
  readonly compact?: boolean;
}

/** Without words the club's replies; the products' facts are too many to be read through. */
const unasked = (line: ReplyLine): boolean => line.category !== '';

/** The answer with a wording put behind what is typed. */
export const withWording = (answer: string, wording: string): string =>
  answer.trim() === '' ? wording : `${answer.trimEnd()}\n${wording}`;

/** Alt+R comes here from anywhere in the form. */
export function ReplySearch({ onInsert, compact = false }: ReplySearchProps): ReactElement {
  const lines = useReplyLines();
  const [typed, setTyped] = useState('');
  const isAsked = typed.trim() !== '';
  const [found, setFound] = useState<readonly ReplyLine[]>([]);
  const [at, setAt] = useState(0);
  const input = useRef<HTMLInputElement>(null);
  const before = useRef<HTMLElement | null>(null);

  useEffect(() => {
    let gone = false;
    setAt(0);
    void findReplies(lines, typed).then((matching) => {
      if (!gone) setFound(isAsked ? matching : compact ? [] : matching.filter(unasked));
    });
    return () => {
      gone = true;
    };
  }, [lines, typed, isAsked, compact]);

  useEffect(() => {
    const onKey = (event: globalThis.KeyboardEvent): void => {
      if (!event.altKey || event.code !== 'KeyR') return;
      event.preventDefault();
      before.current = document.activeElement instanceof HTMLElement ? document.activeElement : null;
      input.current?.select();
      input.current?.focus();
    };
    window.addEventListener('keydown', onKey);
    return () => window.removeEventListener('keydown', onKey);
  }, []);

  const back = (): void => {
    setTyped('');
    before.current?.focus();
  };
  const insert = (line: ReplyLine | undefined): void => {
    if (!line) return;
    onInsert(line);
    back();
  };
  // What is typed at once may be ahead of the answer: Enter asks again.
  const enter = async (): Promise<void> => {
    if (isAsked) insert((await findReplies(lines, typed))[at]);
  };

  const onKeyDown = (event: KeyboardEvent): void => {
    if (event.nativeEvent.isComposing || event.ctrlKey || event.metaKey) return;
    const step = { ArrowDown: 1, ArrowUp: -1 }[event.key];
    if (step !== undefined) {
      event.preventDefault();
      setAt((now) => Math.max(0, Math.min(Math.min(found.length, SHOWN) - 1, now + step)));
    } else if (event.key === 'Enter') {
      event.preventDefault();
      event.stopPropagation();
      void enter();
    } else if (event.key === 'Escape') {
      event.preventDefault();
      event.stopPropagation();
      back();
    }
  };

  return (
    <section className="panel reply-search" aria-label={t('replies.title')}>
      <input
        ref={input}
        className="input"
        type="search"
        tabIndex={-1}
        aria-label={t('replies.search')}
        placeholder={t('replies.search')}
        autoComplete="off"
        value={typed}
        onChange={({ target }) => setTyped(target.value)}
        onKeyDown={onKeyDown}
      />
      <p className="quiet small">
        {t(isAsked && found.length === 0 ? 'replies.searchNone' : 'replies.searchHint')}
      </p>
      <ul role="listbox" aria-label={t('replies.title')}>
        {found.slice(0, SHOWN).map((line, index) => (
          <li
            key={line.id}
            role="option"
            aria-selected={isAsked && index === at}
            title={line.wording}
            // The answer must not lose the focus before the click counts.
            onPointerDown={(event) => event.preventDefault()}
            onClick={() => {
              onInsert(line);
              setTyped('');
            }}
          >
            <strong>{line.situation}</strong>{' '}
            <span className="quiet small">{line.category || t('replies.productFacts')}</span>
            <div className="wording">{line.wording}</div>
          </li>
        ))}
      </ul>
    </section>
  );
}
