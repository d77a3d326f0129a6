import type { JourneyForm } from '@/returns/journey';
import type { Form, Household, PersonForm, PlaceForm } from './form';

/** What each screen of a declaration is given. Changes are merged into what is newest: two may come at once. */
export interface StepProps {
  form: Form;
  household: Household | null;
  faultOf(path: string): string | undefined;
  onSource(source: Form['source']): void;
  onJourney(changes: Partial<JourneyForm>): void;
  onPlace(changes: Partial<PlaceForm>): void;
  onPeople(change: (people: PersonForm[]) => PersonForm[], step?: string): void;
  onPerson(id: string, change: (person: PersonForm) => Partial<PersonForm>): void;
  onStep(step: string): void;
}
