import type { ErrandView } from '@shared/requests/errandView';
import type { Carrying } from '../useCarrying';

export { draftOf } from '../useCarrying';

export interface FormProps extends Pick<Carrying, 'act' | 'isSending' | 'faultOf' | 'recheck'> {
  of: ErrandView;
  /** It was done or kept, or is not wanted any more. */
  onDone(): void;
}
