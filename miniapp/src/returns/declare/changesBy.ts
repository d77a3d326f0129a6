import type { Form } from './form';
import type { StepProps } from './stepProps';

/** How the screens change the form. */
export function changesBy(
  onChange: (change: (before: Form) => Partial<Form>) => void,
  onStep: (to: string) => void,
): Pick<StepProps, 'onSource' | 'onJourney' | 'onPlace' | 'onPeople' | 'onPerson'> {
  return {
    onSource: (source) => onChange(() => ({ source })),
    onJourney: (changes) => onChange(({ journey }) => ({ journey: { ...journey, ...changes } })),
    onPlace: (changes) => onChange(({ place }) => ({ place: { ...place, ...changes } })),
    onPeople: (change, to) => {
      onChange(({ people }) => ({
        people: change(people).map((person, i) => (i === 0 ? { ...person, relation: 'self' } : person)),
      }));
      if (to) onStep(to);
    },
    onPerson: (id, change) =>
      onChange(({ people }) => ({
        people: people.map((person) => (person.id === id ? { ...person, ...change(person) } : person)),
      })),
  };
}
