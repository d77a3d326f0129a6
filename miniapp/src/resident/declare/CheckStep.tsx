import { maxPeople } from '@shared/returns/declaration';
import { divisionName } from '@shared/returns/divisions';
import { Button, Card, Heading, Line } from '@/parts';
import { newPerson, type PersonForm } from '@/returns/declare/form';
import type { StepProps } from '@/returns/declare/stepProps';
import { useDeclareWords } from '@/returns/declare/words';
import { journeyBody } from '@/returns/journey';
import { useChoiceWords, useOriginText, useReturnWords, useSymptomWord } from '@/returns/words';
import { useClockText, usePlainWords } from '@/words';

/** Everything once more before it is sent; a line leads back to its screen. */
export function CheckStep({ form, household, onStep, onPeople }: StepProps) {
  const words = useReturnWords();
  const own = useDeclareWords();
  const choices = useChoiceWords();
  const originText = useOriginText();
  const clockText = useClockText();
  const { journey, place, people } = form;
  const { origin, leftAt, arrivedAt } = journeyBody(journey);
  const from = originText({
    place: divisionName(origin.divisionCode ?? ''),
    country: origin.country ?? null,
  });
  const { estate, building, unit, room } = place.address;
  const door = {
    home: household?.door ?? '',
    list: place.door,
    typed: `${estate} ${[building, unit, room].filter(Boolean).join('-')}`,
  }[place.where];
  const add = () => {
    const added = newPerson();
    onPeople((before) => [...before, added], `person:${added.id}`);
  };
  return (
    <>
      <Heading look="head">{own.check}</Heading>
      <Card>
        <Line label={words.from} value={from} onTap={() => onStep('journey')} />
        <Line label={words.left} value={leftAt && clockText(leftAt)} onTap={() => onStep('journey')} />
        <Line
          label={words.arrived}
          value={arrivedAt && clockText(arrivedAt)}
          onTap={() => onStep('journey')}
        />
        <Line
          label={words.by}
          value={`${choices[journey.kind as 'train'] ?? ''} ${journey.number}`}
          onTap={() => onStep('journey')}
        />
        <Line
          label={own.atDoor}
          value={door}
          onTap={() => onStep(place.where === 'home' ? 'who' : 'place')}
        />
      </Card>
      <Card>
        {people.map((person) => (
          <Line
            key={person.id}
            label={person.name}
            value={<Health person={person} />}
            onTap={() => onStep(`health:${person.id}`)}
          />
        ))}
        {!household && people.length < maxPeople && <Button kind="plain" label={own.addFamily} onTap={add} />}
      </Card>
    </>
  );
}

function Health({ person }: { person: PersonForm }) {
  const words = useReturnWords();
  const { list } = usePlainWords();
  const symptomWord = useSymptomWord();
  const feels = person.unwell === 'yes' ? list(person.symptoms.map(symptomWord)) : words.well;
  return <>{[feels, person.celsius && `${person.celsius} ℃`].filter(Boolean).join(' · ')}</>;
}
