/** 禁用语: a gentle word while an answer is typed; it never keeps anybody from saving (DOMAIN §3.9). */
import type { ReactElement } from 'react';
import { forbiddenIn } from '@shared/replies/forbidden';
import { useDirectory } from '../../data/directory';
import { t } from '../i18n';

interface ForbiddenHintProps {
  readonly text: string;
  /** Words beside those of settings, e.g. of the replies that were used. */
  readonly more?: readonly string[];
}

export function ForbiddenHint({ text, more = [] }: ForbiddenHintProps): ReactElement | null {
  const forbiddenWords = useDirectory(({ settings }) => settings.forbiddenWords);
  const found = forbiddenIn(text, [...forbiddenWords, ...more]);
  if (found.length === 0) return null;
  return (
    <div className="notice wide" role="status">
      {t('replies.forbiddenHint', { words: found.map((word) => `“${word}”`).join('、') })}
    </div>
  );
}
