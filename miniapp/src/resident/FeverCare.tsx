import type { MeView } from '@shared/accounts/contract';
import type { ReturnView } from '@shared/returns/view';
import { View } from '@tarojs/components';
import { Call, Card, Heading } from '@/parts';
import { usePlainWords } from '@/words';
import { useResidentWords } from './words';

export type Community = NonNullable<MeView['community']>;

/** Stay at home, and whom to call now: also without a network, a telephone works. */
export function FeverCare({ community }: { community: Community | null | undefined }) {
  const words = useResidentWords();
  const plain = usePlainWords();
  return (
    <Card kind="urgent">
      <Heading look="title">{words.fever}</Heading>
      <View className="under">{words.feverHelp}</View>
      {community?.health && <Call label={words.callHealth} phone={community.health.phone} />}
      {community && <Call label={plain.callCommunity} phone={community.duty.phone} />}
      <Call kind="danger" label={plain.call120} phone="120" />
    </Card>
  );
}

const careHours = 24;

/** A declared fever needs care for a day, whether or not somebody has verified the declaration. */
export const needsFeverCare = (returns: readonly ReturnView[], now: Date): boolean =>
  returns.some(
    ({ urgency, state, declaredAt }) =>
      urgency === 'fever' &&
      (state === 'declared' || state === 'verified') &&
      now.getTime() - Date.parse(declaredAt) < careHours * 3_600_000,
  );
