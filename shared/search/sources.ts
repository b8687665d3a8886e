/** What of each kind of record can be found, and by pinyin too. */
import type { Envelope } from '../core/envelope';
import type { FoundItem, LossReport } from '../lost-property/schema';
import { namedPerson, type Visit } from '../visits/schema';
import { fold } from './fold';
import type { Row } from './segment';

/** Searchable fields of a record: `spoken` ones are found by pinyin as well. */
interface Fields {
  readonly spoken: readonly string[];
  readonly exact: readonly string[];
}

/** Pinyin of a text: full syllables and initials, without tones, e.g. `['zhangwei', 'zw']`. */
export type Pinyin = (text: string) => readonly string[];

function fieldsOf(doc: Envelope): Fields | null {
  switch (doc.kind) {
    case 'visit': {
      const { body } = doc as Visit;
      return {
        spoken: [namedPerson(body), body.company, body.host],
        exact: [body.phone, body.plate, body.badge],
      };
    }
    case 'foundItem': {
      const { body } = doc as FoundItem;
      const features = body.features.map(({ text }) => text);
      return {
        spoken: [body.name, body.place, body.category, body.finder.name, ...features],
        exact: [body.finder.phone, body.bagNo],
      };
    }
    case 'lossReport': {
      const { body } = doc as LossReport;
      return { spoken: [body.owner.name, body.name, body.place, body.category], exact: [body.owner.phone] };
    }
    default:
      return null;
  }
}

/** A record's row in the index, or null when its kind is not searched. */
export function rowOf(doc: Envelope, pinyin: Pinyin): Row | null {
  const fields = fieldsOf(doc);
  if (!fields) return null;
  const { spoken, exact } = fields;
  const texts = [doc.body.no ?? '', ...exact, ...spoken].map(fold);
  const sounds = spoken.filter((text) => text !== '').flatMap(pinyin);
  const isLatin = (text: string): boolean => !/[^\x00-\xff]/.test(text);
  return {
    id: doc.id,
    at: doc.at,
    latin: [...new Set([...texts.filter(isLatin), ...sounds])].filter(Boolean).join('\n'),
    han: texts.filter((text) => !isLatin(text)).join('\n'),
  };
}
