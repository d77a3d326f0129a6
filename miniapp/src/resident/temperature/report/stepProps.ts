import type { PersonForm } from './form';

export interface StepProps {
  person: PersonForm;
  fault(field: string): string | undefined;
  onChange(change: (before: PersonForm) => Partial<PersonForm>): void;
}
