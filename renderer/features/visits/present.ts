/** Records of this feature as lines of the search box: the visitor log. */
import { isVisit } from '@shared/visits/on-site';
import { namedPerson } from '@shared/visits/schema';
import type { Present } from '../../ui/record-path';

const present: Present = (doc) => {
  if (!isVisit(doc)) return null;
  const { body, day } = doc;
  const title = [namedPerson(body), body.no].join('　');
  return {
    title,
    detail: [day, body.purpose, body.company].filter(Boolean).join(' · '),
    path: `/visits/${doc.id}`,
  };
};

export default present;
