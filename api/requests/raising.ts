import type { placeRequest as contract } from '@shared/requests/contract';
import type { CaseKindName } from '@shared/requests/kinds';
import type { Who } from '../context';
import type { Input } from '../platform/endpoint';
import { invalid } from '../platform/problem';

/** What somebody raises. */
export type RaiseBody = Omit<Input<typeof contract>['body'], 'kind'> & { kind: CaseKindName };

/** A household says it in the app, staff in one of the other ways. Problem: input.invalid. */
export function checkChannel({ membership }: Who, { channel }: Pick<RaiseBody, 'channel'>): void {
  if ((channel === 'app') !== (membership?.role === 'resident'))
    throw invalid([{ path: 'channel', code: 'channel.notYours' }]);
}
