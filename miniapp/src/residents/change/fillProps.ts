import type { About, ChangeForm } from './form';

export interface FillProps {
  about: About;
  form: ChangeForm;
  onChange(changes: Partial<ChangeForm>): void;
  /** What is wrong, by the path in what is sent. */
  faultOf(path: string): string | undefined;
}
