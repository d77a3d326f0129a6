import { View } from '@tarojs/components';
import { useRouter } from '@tarojs/taro';
import type { ReactNode } from 'react';
import { useActing } from '@/client/acting';
import { usePhoneClock, wrongFromMinutes } from '@/client/clock';
import { open } from '@/client/navigate';
import { useOutbox } from '@/client/outbox';
import { pages } from '@/client/pages';
import { retryAll } from '@/client/queryClient';
import { useReach } from '@/client/reach';
import { usePlainWords } from '@/words';
import { Link } from './basics';
import { Icon } from './Icon';
import type { IconName } from './icons';
import { spoken } from './spoken';

/** What is wrong with the phone, under the title of every page. */
export const Strips = () => (
  <>
    <Reach />
    <Waiting />
    <WrongClock />
  </>
);

function Strip({ icon, words, link }: { icon: IconName; words: string; link?: ReactNode }) {
  return (
    <View className="strip warn" {...spoken({ role: 'status' })}>
      <View className="row">
        <Icon name={icon} />
        {words}
      </View>
      {link}
    </View>
  );
}

/** For whom this is done, when it is somebody else. */
export const ForWhom = ({ words, link }: { words: string; link?: ReactNode }) => (
  <View className="strip">
    <View className="row">
      <Icon name="person" />
      {words}
    </View>
    {link}
  </View>
);

/** On every page while one acts by the word of a household. */
export function Acting() {
  const words = usePlainWords();
  const acting = useActing();
  const isThere = useRouter().path.startsWith(pages.mandates);
  if (!acting) return null;
  const link = !isThere && <Link label={words.look} onTap={() => open(pages.mandates)} />;
  return <ForWhom words={words.actingFor(acting.door ?? '')} link={link} />;
}

/** Nothing comes back from the server: said while it is so. */
function Reach() {
  const words = usePlainWords();
  const isReached = useReach(({ isReached }) => isReached);
  if (isReached) return null;
  return (
    <Strip icon="offline" words={words.noNetwork} link={<Link label={words.retry} onTap={retryAll} />} />
  );
}

/** What was not sent yet: said while there is any. */
function Waiting() {
  const words = usePlainWords();
  const { entries } = useOutbox();
  const isOutbox = useRouter().path.startsWith(pages.outbox);
  if (!entries.length || isOutbox) return null;
  return (
    <Strip
      icon="clock"
      words={words.waiting(entries.length)}
      link={<Link label={words.look} onTap={() => open(pages.outbox)} />}
    />
  );
}

/** The phone’s clock is wrong: what is due would be missed by it. The program itself goes by the server’s. */
function WrongClock() {
  const words = usePlainWords();
  const { minutesAhead } = usePhoneClock();
  if (Math.abs(minutesAhead) < wrongFromMinutes) return null;
  return <Strip icon="warn" words={words.wrongClock(minutesAhead)} />;
}
