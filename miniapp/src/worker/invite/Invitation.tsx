import type { ReplyOf } from '@shared/contract';
import type { createInvitation } from '@shared/roster/binding';
import type { HouseholdView } from '@shared/roster/contract';
import { View } from '@tarojs/components';
import { useState } from 'react';
import { pages } from '@/client/pages';
import { apiBase, isBrowser } from '@/client/send';
import { useCountdown } from '@/client/useCountdown';
import { Button, Card, Heading, Link } from '@/parts';
import { Qr } from '@/parts/Qr';
import { useInviteWords } from './words';

interface InvitationProps {
  of: ReplyOf<typeof createInvitation>;
  person: HouseholdView['people'][number];
  onAgain(): void;
  onOther(): void;
}

const lifeMs = 10 * 60_000;

/** The code as a picture, for as long as it works. */
export function Invitation({ of, person, onAgain, onOther }: InvitationProps) {
  const words = useInviteWords();
  // By this phone’s own clock: the demo moves the server’s, and codes live by the machine’s.
  const [until] = useState(() => Date.now() + lifeMs);
  const left = useCountdown(until);
  const text = `${Math.floor(left / 60)}:${String(left % 60).padStart(2, '0')}`;
  return (
    <Card>
      <Heading look="title">{person.name}</Heading>
      {left > 0 ? (
        <>
          <View>{words.scan}</View>
          <Qr text={addressOf(of)} label={words.picture(person.name)} />
          <View>{words.asks[of.asks]}</View>
          <View className="under">{words.left(text)}</View>
        </>
      ) : (
        <>
          <View className="title">{words.over}</View>
          <Button label={words.again} onTap={onAgain} />
        </>
      )}
      <Link label={words.other} onTap={onOther} />
    </Card>
  );
}

/** Everything after the # stays on the phone: no server log has the code. */
const addressOf = ({ code, asks }: InvitationProps['of']): string =>
  `${isBrowser ? window.location.origin : apiBase}/#${pages.bind}?code=${code}&asks=${asks}`;
