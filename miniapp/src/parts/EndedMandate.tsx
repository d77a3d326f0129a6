import type { MembershipView } from '@shared/accounts/contract';
import { View } from '@tarojs/components';
import { forgetEndedMandate } from '@/client/endedMandate';
import { goHome } from '@/client/navigate';
import { usePlainWords } from '@/words';
import { State } from './Async';
import { Button } from './basics';

/** Instead of the page on which somebody acted for a household: that is over, and nothing that was typed is lost. */
export function EndedMandate({ of }: { of: MembershipView }) {
  const words = usePlainWords();
  const understood = () => {
    forgetEndedMandate();
    void goHome();
  };
  return (
    <State
      icon="warn"
      words={words.mandateEnded(of.door ?? '')}
      button={
        <>
          <View className="under">{words.mandateKept}</View>
          <Button label={words.understood} onTap={understood} />
        </>
      }
    />
  );
}
