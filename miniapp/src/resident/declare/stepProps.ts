import type { Form, Household, PersonForm } from './form';

/** What each screen of a declaration is given. */
export interface StepProps {
  form: Form;
  household: Household | null;
  faultOf(path: string): string | undefined;
  onChange(changes: Partial<Form>): void;
  onPerson(id: string, changes: Partial<PersonForm>): void;
  onStep(step: string): void;
}
