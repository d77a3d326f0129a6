import type { Slip } from '@shared/accounts/slipsContract';
import { View } from '@tarojs/components';
import { pages } from '@/client/pages';
import { useIdentityWords } from '@/entry/words';
import { pictureOf } from '@/parts/Qr';
import { useClockText, usePlainWords } from '@/words';
import { useSlipWords } from './words';

/** The paper: a slip for each person, to be cut along the dashes. */
export function Sheet({ community, slips }: { community: string; slips: Slip[] }) {
  const { origin } = window.location;
  const code = pictureOf(`${origin}/#${pages.staffSignIn}`);
  return (
    <View className="slips">
      {slips.map((slip) => (
        <OneSlip key={slip.accountId} slip={slip} community={community} address={origin} code={code} />
      ))}
    </View>
  );
}

interface OneSlipProps {
  slip: Slip;
  community: string;
  address: string;
  code: string;
}

function OneSlip({ slip, community, address, code }: OneSlipProps) {
  const words = useSlipWords();
  const plain = usePlainWords();
  const { roles } = useIdentityWords();
  const clockText = useClockText();
  const { name, phone, posts, oneTimePassword, expiresAt } = slip;
  return (
    <View className="slip">
      <View className="slip-top">
        <View className="grow">
          <View>{words.community(community)}</View>
          <View className="slip-name">{name}</View>
          {posts.map(({ role, grids }) => (
            <View key={role}>{[roles[role], plain.list(grids)].filter(Boolean).join(' · ')}</View>
          ))}
        </View>
        <img className="slip-qr" src={code} alt={words.qr} />
      </View>
      <View>
        {words.phone} {phone}
      </View>
      <View>
        {words.code}
        {plain.aside(words.until(clockText(expiresAt)))}
      </View>
      <View className="slip-code">{oneTimePassword}</View>
      {words.steps(address).map((step, i) => (
        <View key={step} className="slip-step">
          {i + 1}. {step}
        </View>
      ))}
    </View>
  );
}
