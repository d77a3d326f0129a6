import { Button, Card, Cells } from '@/parts';
import { type Household, newPerson, type PersonForm, relationTo } from './form';
import type { StepProps } from './stepProps';
import { useDeclareWords } from './words';

/** Who of the household came back, and whether they live at home. */
export function WhoStep({ form, household, faultOf, onChange }: StepProps & { household: Household }) {
  const words = useDeclareWords();
  const { people, place } = form;
  const toggle = (residentId: string) => {
    const isOn = people.some((person) => person.residentId === residentId);
    const others = people.filter((person) => person.residentId !== residentId);
    const known = household.people.find((person) => person.residentId === residentId);
    const added = known && newPerson({ residentId, name: known.name });
    onChange({ people: inOrder(isOn || !added ? others : [...others, added], household) });
  };
  return (
    <Card>
      <Cells
        label={`${words.who}（${words.whoHelp}）`}
        value={people.map(({ residentId }) => residentId)}
        onChange={toggle}
        fault={faultOf('people')}
        options={household.people.map(({ residentId, name }) => ({ value: residentId, label: name }))}
      />
      {household.dwellingId && (
        <Cells
          label={words.living(household.door)}
          halves
          value={place.where === 'home' ? 'home' : 'elsewhere'}
          onChange={(where) => onChange({ place: { ...place, where: where === 'home' ? 'home' : 'list' } })}
          options={[
            { value: 'home', label: words.ownHome },
            { value: 'elsewhere', label: words.elsewhere },
          ]}
        />
      )}
      <Button
        kind="plain"
        label={words.addPerson}
        onTap={() => onChange({ people: [...people, newPerson()] })}
      />
    </Card>
  );
}

/** The declarer first, then as in the roster, then the others; relations are told to the first. */
function inOrder(people: PersonForm[], household: Household): PersonForm[] {
  const rank = ({ residentId }: PersonForm) => {
    const at = household.people.findIndex((person) => person.residentId === residentId);
    if (at < 0) return household.people.length;
    return household.people[at]?.isMe ? -1 : at;
  };
  const sorted = [...people].sort((one, other) => rank(one) - rank(other));
  const of = (person: PersonForm | undefined) =>
    household.people.find(({ residentId }) => residentId === person?.residentId);
  return sorted.map((person, i) => {
    const known = of(person);
    return {
      ...person,
      relation: i === 0 ? 'self' : known ? relationTo(of(sorted[0]), known) : person.relation,
    };
  });
}
