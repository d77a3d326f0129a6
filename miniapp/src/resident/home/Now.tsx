import type { ObservationView } from '@shared/observation/contract';
import type { ReturnView } from '@shared/returns/view';
import { dayOf } from '@shared/time';
import { View } from '@tarojs/components';
import { useActing, useMay } from '@/client/acting';
import { open } from '@/client/navigate';
import { type OutboxEntry, useOutbox } from '@/client/outbox';
import { pages } from '@/client/pages';
import { keep } from '@/client/phoneStore';
import { useSession } from '@/client/session';
import { Button, Card, Chip, Heading } from '@/parts';
import { formAgain, type Household } from '@/returns/declare/form';
import { useDayText, useMomentText, usePlainWords } from '@/words';
import { draftNameOf } from '../declare/draftName';
import { useResidentWords } from '../words';

export const isDeclaration = ({ operation }: OutboxEntry): boolean => operation === 'declareReturn';

interface NowProps {
  /** Whether it is the one thing to do; something else may be owed now. */
  isFirst: boolean;
  latest: ReturnView[];
  observations: ObservationView[];
  household: Household | null;
}

/** The one thing that matters now. */
export function Now({ isFirst, latest, observations, household }: NowProps) {
  const words = useResidentWords();
  const isUnsent = useOutbox(({ entries }) => entries.some(isDeclaration));
  const mayDeclare = useMay('declare');
  const accountId = useSession(({ session }) => session?.account.id ?? '');
  const [first] = latest;
  const [observation] = observations.filter(({ state }) => state === 'open');
  if (first?.state === 'declared') return <Waiting isFirst={isFirst} latest={latest} first={first} />;
  if (observation) return <Observed isFirst={isFirst} observation={observation} />;
  const away = observations.find(({ state }) => state === 'referred');
  if (away) return <Away isFirst={isFirst} observation={away} />;
  const over = observations.filter(({ state }) => state === 'released');
  const released = over[over.length - 1];
  if (isUnsent) return null;
  if (!mayDeclare) return <Card>{words.idle}</Card>;
  if (first?.state === 'rejected') {
    const again = () => {
      keep(accountId, draftNameOf(household), formAgain(latest, household));
      open(pages.declare);
    };
    return (
      <Card kind="waiting">
        <Chip kind="warn" label={words.rejected} />
        <Heading look="title">{first.rejected?.reason}</Heading>
        <Button kind={isFirst ? '' : 'tint'} label={words.again} onTap={again} />
      </Card>
    );
  }
  return (
    <>
      {released && <Released observation={released} />}
      <Declare isFirst={isFirst && !released} />
    </>
  );
}

/** What was declared cannot be fetched: one can declare all the same. */
export function WithoutNetwork({ isFirst }: { isFirst: boolean }) {
  const isUnsent = useOutbox(({ entries }) => entries.some(isDeclaration));
  const mayDeclare = useMay('declare');
  return isUnsent || !mayDeclare ? null : <Declare isFirst={isFirst} />;
}

function Declare({ isFirst }: { isFirst: boolean }) {
  const words = useResidentWords();
  const acting = useActing();
  return (
    <Card>
      <Heading look="title">{acting ? words.theirHead : words.nothingHead}</Heading>
      <View className="under">{acting ? words.theirNothing : words.nothing}</View>
      <Button kind={isFirst ? '' : 'tint'} label={words.declare} onTap={() => open(pages.declare)} />
    </Card>
  );
}

function Waiting({ isFirst, latest, first }: { isFirst: boolean; latest: ReturnView[]; first: ReturnView }) {
  const words = useResidentWords();
  const plain = usePlainWords();
  const momentText = useMomentText();
  const hasFever = latest.some(({ urgency }) => urgency === 'fever');
  const look = () => open(pages.declared, { partyId: first.partyId });
  return (
    <Card kind="waiting">
      <Chip kind="warn" label={words.waiting} />
      <Heading look="title">{plain.list(latest.map(({ person }) => person.name))}</Heading>
      <View className="under">
        {hasFever
          ? words.atOnce(first.responsible.name)
          : words.by(first.responsible.name, momentText(first.dueAt))}
      </View>
      <Button kind={hasFever || !isFirst ? 'tint' : ''} label={words.look} onTap={look} />
    </Card>
  );
}

/** It is over: said until there is something newer, with the way to the notice. */
function Released({ observation: { releasedAt } }: { observation: ObservationView }) {
  const words = useResidentWords();
  const dayText = useDayText();
  if (!releasedAt) return null;
  return (
    <Card>
      <Chip kind="ok" label={words.releasedOn(dayText(dayOf(releasedAt)))} />
      <Heading look="title">{words.releasedHead}</Heading>
      <View className="under">{words.released}</View>
      <Button kind="tint" label={words.releasedLook} onTap={() => open(pages.myDays)} />
    </Card>
  );
}

/** In a hospital or a central place: nothing is owed, and the papers may be asked for there. */
function Away({ isFirst, observation }: { isFirst: boolean; observation: ObservationView }) {
  const words = useResidentWords();
  return (
    <Card>
      <Heading look="title">{words.away(observation.name)}</Heading>
      <View className="under">{words.awayNote}</View>
      <Button kind={isFirst ? '' : 'tint'} label={words.days} onTap={() => open(pages.myDays)} />
    </Card>
  );
}

function Observed({ isFirst, observation }: { isFirst: boolean; observation: ObservationView }) {
  const words = useResidentWords();
  const dayText = useDayText();
  const { day, daysLeft, firstDay, lastDay } = observation;
  return (
    <Card>
      <Heading look="title">
        {day < 1 ? words.notYet(dayText(firstDay)) : words.observing(day, daysLeft)}
      </Heading>
      <View className="under">{words.until(lastDay)}</View>
      <Button kind={isFirst ? '' : 'tint'} label={words.days} onTap={() => open(pages.myDays)} />
    </Card>
  );
}
