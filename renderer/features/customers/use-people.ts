/** People of the registers: of the last days, or found by words; and one of them with all records. */
import { useEffect, useMemo, useState } from 'react';
import { linksOf, type Links } from '@shared/customers/links';
import { NAMING, peopleOf, registerOf, type Person } from '@shared/customers/people';
import { addDays } from '@shared/core/time';
import type { CustomerFlag } from '@shared/visits/schema';
import { fold } from '@shared/search/fold';
import { useDirectory } from '../../data/directory';
import { useLive, useLiveOf, type LiveState } from '../../data/live';
import { namingFound, namingSince, recordsOf } from '../../data/people';
import { today } from '../../data/session';
import { loadSound, type Sound } from '../../data/sounds';

/** Merges that are in force. */
export function useLinks(): Links {
  const records = useDirectory((state) => state.records);
  return useMemo(() => linksOf(records.values()), [records]);
}

/** Sounds of names, once the library is here. */
export function useSound(): Sound | null {
  const [sound, setSound] = useState<Sound | null>(null);
  useEffect(() => {
    let gone = false;
    void loadSound().then((loaded) => !gone && setSound(() => loaded));
    return () => {
      gone = true;
    };
  }, []);
  return sound;
}

/** Fewest characters that are looked for. */
const FEWEST = 2;
export const isQuery = (words: string): boolean => words.trim().length >= FEWEST;

/** True when the words are in a person's name, its sound, or the phone. */
function matches({ name, phone, memberNo, others }: Person, words: string, sound: Sound | null): boolean {
  const wanted = fold(words);
  return [{ name, phone }, ...others].some((who) =>
    [who.name, who.phone, memberNo, sound?.(who.name) ?? '', initials(who.name, sound)].some((text) =>
      fold(text).includes(wanted),
    ),
  );
}

const initials = (name: string, sound: Sound | null): string =>
  sound ? [...name].map((one) => sound(one).charAt(0)).join('') : '';

/** @param days how many business days back the list goes while nobody is looked for */
export function usePeople(words: string, days: number): LiveState<readonly Person[]> {
  const links = useLinks();
  const sound = useSound();
  const query = isQuery(words) ? words.trim() : '';
  const since = addDays(today(), -days);
  const live = useLive(() => (query ? namingFound(query) : namingSince(since)), NAMING, [query, since]);
  return useMemo(() => {
    if (live.state !== 'ready') return live;
    const people = peopleOf(live.value, links);
    return {
      state: 'ready',
      value: query ? people.filter((person) => matches(person, query, sound)) : people,
    };
  }, [live, links, query, sound]);
}

/** The person with every record of theirs; null: nobody by this id. */
export function usePerson(person: Person | null): LiveState<Person | null> {
  const links = useLinks();
  const names = person ? [{ name: person.name, phone: person.phone }, ...person.others] : [];
  const live = useLiveOf(() => recordsOf(names), NAMING, [
    names.map(({ name, phone }) => `${phone} ${name}`).join(),
  ]);
  return useMemo(() => {
    if (live.state !== 'ready' || !person)
      return live.state === 'ready' ? { state: 'ready', value: null } : live;
    const whole = peopleOf(live.value, links).find(({ id }) => id === person.id) ?? person;
    return {
      state: 'ready',
      value: { ...whole, records: live.value.filter(({ doc }) => registerOf(doc) !== '') },
    };
  }, [live, links, person]);
}

/** Notices of a person that are in force or wait for a lead. */
export function usePersonFlags(person: Person | null): readonly CustomerFlag[] {
  const records = useDirectory((state) => state.records);
  return useMemo(() => {
    if (!person) return [];
    const who = [person, ...person.others];
    return [...records.values()].filter(
      (record): record is CustomerFlag =>
        record.kind === 'customerFlag' &&
        record.status !== 'removed' &&
        who.some(
          ({ name, phone }) =>
            phone !== '' &&
            (record as CustomerFlag).body.phone === phone &&
            (record as CustomerFlag).body.name === name,
        ),
    );
  }, [records, person]);
}
