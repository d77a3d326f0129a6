import { birthDateOf } from '@shared/roster/identity';
import { useChoiceWords } from '@/returns/words';
import { usePlainWords } from '@/words';
import { useKeyGroups, useResidentsWords } from '../words';
import { type ChangeName, mergesInto } from './changes';
import type { About, ChangeForm } from './form';
import { useChangeWords } from './words';

/** What will happen, one sentence each: said before it is done. */
export function useOutcome(about: About, form: ChangeForm): (name: ChangeName) => string[] {
  const words = useChangeWords();
  const facts = useFactOutcome(about, form);
  const homes = useHomeOutcome(about, form);
  const { file } = about;
  const isStaff = file.actions.includes('correct');
  return (name) => [
    ...(facts[name]?.() ?? homes[name]?.() ?? []),
    ...(isStaff || name === 'contact' ? [] : [words.byWorker]),
  ];
}

type Sentences = Partial<Record<ChangeName, () => string[]>>;

/** Before and after, masked as the file is; what was typed now is shown as it was typed. */
function useFactOutcome({ file }: About, form: ChangeForm): Sentences {
  const words = useChangeWords();
  const residents = useResidentsWords();
  const choices = useChoiceWords();
  const plain = usePlainWords();
  const { word } = useKeyGroups();
  const { names, keptFromFile } = words;
  const changed = (name: ChangeName, before: string | null | undefined, now: string) =>
    words.from(names[name], before || words.nothing, now || words.nothing);
  const groupsOf = (groups: string[]) => plain.list(groups.map(word));
  const { documentKind, documentNumber } = form;
  const documentNow = `${choices[documentKind as 'passport']} ${documentNumber}`;
  return {
    name: () => [changed('name', file.name, form.name), keptFromFile],
    phone: () => [
      changed('phone', file.phone, form.phone),
      ...(file.phone ? [words.oldPhone] : []),
      keptFromFile,
    ],
    document: () => [
      changed('document', file.document?.number, documentNow),
      ...(documentKind === 'residentId' ? [words.from(names.birthDate, ageOf(), bornOf(form))] : []),
      words.asked,
      keptFromFile,
    ],
    birthDate: () => [changed('birthDate', ageOf(), form.birthDate)],
    relation: () => [
      changed('relation', residents.relations[file.relation], residents.relations[form.relation] ?? ''),
      keptFromFile,
    ],
    sex: () => [
      changed('sex', file.sex && words.sexes[file.sex], words.sexes[form.sex as 'male']),
      keptFromFile,
    ],
    residence: () => [
      changed('residence', residents.residences[file.residence], residents.residences[form.residence] ?? ''),
      keptFromFile,
    ],
    keyGroups: () => [
      changed('keyGroups', groupsOf(file.keyGroups), groupsOf(form.keyGroups)),
      words.groupsSeen,
      keptFromFile,
    ],
    canUsePhone: () => [
      changed(
        'canUsePhone',
        file.canUsePhone ? words.uses.yes : words.uses.no,
        words.uses[form.canUsePhone as 'yes'],
      ),
      keptFromFile,
    ],
    note: () => [changed('note', file.hasNote ? words.masked : null, form.note), keptFromFile],
  };
  function ageOf(): string {
    return file.age === null ? words.nothing : residents.age(file.age);
  }
}

const bornOf = ({ documentNumber }: ChangeForm): string => birthDateOf(documentNumber.replace(/\s/g, ''));

/** Who lives where, and with whom, from then on. */
function useHomeOutcome(about: About, form: ChangeForm): Sentences {
  const words = useChangeWords();
  const plain = usePlainWords();
  const { tenures } = useResidentsWords();
  const { file, household } = about;
  const { name, door } = file;
  const people = household.people.filter(({ residentId }) => form.residentIds.includes(residentId));
  const isMergedAway = mergesInto(about, form.householdId).householdId === household.id;
  const leavesContact = file.isContact ? [words.noContact] : [];
  return {
    contact: () => [words.willBeContact(name)],
    movedIn: () => [words.comesIn(form.name, door), words.sameFile],
    movedOut: () => [words.goesOut(name), words.goesOutPhone, ...leavesContact],
    moved: () => [
      words.goesTo(name, door, form.toDoor),
      form.home ? words.intoHome(form.home) : words.ownHome,
      words.follows,
      ...leavesContact,
    ],
    joined: () => [words.intoHome(form.home), words.follows, ...leavesContact],
    split: () => [words.splits(plain.list(people.map((one) => one.name)), door), words.apart],
    merge: () => [
      isMergedAway ? words.mergesAway(form.home) : words.merges(form.home),
      words.together,
      words.contactGoes,
    ],
    tenure: () => [
      words.from(words.names.tenure, tenures[household.tenure ?? 'unknown'], tenures[form.tenure as 'own']),
      words.keptFromFile,
    ],
    same: () => [words.staysOne(form.into), words.lends, words.goes(name)],
    confirm: () => [words.belongs(name, door)],
    remove: () => [words.gone(name)],
  };
}
