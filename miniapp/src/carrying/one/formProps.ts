import type { ErrandView } from '@shared/requests/errandView';
import type { Carrying } from '../useCarrying';

export interface FormProps extends Pick<Carrying, 'act' | 'isSending' | 'faultOf' | 'recheck'> {
  of: ErrandView;
  /** It was done or kept, or is not wanted any more. */
  onDone(): void;
}

/** Under which name on the phone what is typed about an errand is kept. */
export const draftOf = ({ id }: { id: string }, field = '') => `errand:${id}:${field}`;
