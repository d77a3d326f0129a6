import { maxPeople } from '@shared/returns/declaration';
import { View } from '@tarojs/components';
import { Button, Card, Cells } from '@/parts';
import { type Household, newPerson, type PersonForm, relationTo } from '@/returns/declare/form';
import type { StepProps } from '@/returns/declare/stepProps';
import { useDeclareWords } from '@/returns/declare/words';
import { usePlainWords } from '@/words';

/** Who of the household came back, who else, and whether they live at home. */
export function WhoStep({
  form,
  household,
  faultOf,
  onPeople,
  onPlace,
}: StepProps & { household: Household }) {
  const words = useDeclareWords();
  const { aside } = usePlainWords();
  const { people, place } = form;
  const others = people.filter(({ residentId }) => !residentId);
  const toggle = (value: string) =>
    onPeople((before) => {
      const left = before.filter(({ residentId, id }) => (residentId || id) !== value);
      const known = household.people.find(({ residentId }) => residentId === value);
      const isAdded = left.length === before.length && known;
      return inOrder(
        isAdded ? [...left, newPerson({ residentId: value, name: known.name })] : left,
        household,
      );
    });
  return (
    <Card>
      <Cells
        label={words.who + aside(words.whoHelp)}
        value={people.map(({ residentId, id }) => residentId || id)}
        onChange={toggle}
        fault={faultOf('people')}
        options={[
          ...household.people.map(({ residentId, name }) => ({ value: residentId, label: name })),
          ...others.map(({ id, name }, i) => ({ value: id, label: name || words.notInList(i + 1) })),
        ]}
      />
      {people.length < maxPeople && (
        <Button
          kind="plain"
          label={words.addPerson}
          onTap={() => onPeople((before) => inOrder([...before, newPerson()], household))}
        />
      )}
      {household.dwellingId && !household.byMandate && (
        <View className="section">
          <Cells
            label={words.living(household.door)}
            halves
            value={place.where === 'home' ? 'home' : 'elsewhere'}
            onChange={(where) => onPlace({ where: where === 'home' ? 'home' : 'list' })}
            options={[
              { value: 'home', label: words.ownHome },
              { value: 'elsewhere', label: words.elsewhere },
            ]}
          />
        </View>
      )}
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
