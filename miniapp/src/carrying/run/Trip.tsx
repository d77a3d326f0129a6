import type { RunView } from '@shared/requests/run';
import { inBeijing } from '@shared/time';
import { View } from '@tarojs/components';
import { useMemo } from 'react';
import { call } from '@/client/call';
import { touched } from '@/client/live';
import { goBack } from '@/client/navigate';
import { useAllHeld } from '@/client/queries/errands';
import type { RunReply } from '@/client/queries/trips';
import { useClock } from '@/client/useClock';
import { useGrowing } from '@/client/useGrowing';
import { useSteady } from '@/client/useSteady';
import { Ask, Button, Card, Chip, Heading, Link, Notice, Page } from '@/parts';
import { useFaults } from '@/returns/useFaults';
import { usePlainWords } from '@/words';
import { PutOff } from '../PutOff';
import { AtDoor } from './AtDoor';
import { toAdd } from './adding';
import { byUnit, type Door, isAt, type Passed } from './doorsOf';
import { stepping, toLeave } from './stepping';
import type { Beginning } from './useBegun';
import { useMany } from './useMany';
import { useTrip } from './useTrip';
import { useRunWords } from './words';

interface TripProps extends Beginning {
  title: string;
  watermark: string;
  run: RunView;
  items: RunReply['items'];
  doors: readonly Door[];
}

/** The trip goes on: how far it is, what may be done at each door from the top, and its end. */
export function Trip({ title, watermark, run, items, doors, begun, onBegin }: TripProps) {
  const words = useRunWords();
  const plain = usePlainWords();
  const { count, done } = useTrip(run, doors);
  const leaving = useMany('leave');
  const adding = useMany('addToRun');
  const left = useMemo(() => doors.filter((door) => !door.isDone || isAt(door, begun?.id)), [doors, begun]);
  const leavable = toLeave(left, useClock());
  const ids = new Set(toAdd(items).map(({ id }) => id));
  const notIn = stepping(left, ({ due }) => ids.has(due.id));
  return (
    <Page
      isWide
      title={title}
      watermark={watermark}
      foot={
        leavable.length > 0 &&
        !begun && (
          <Button
            label={leaving.isSending ? plain.sending : words.leaveAll(leavable.length)}
            off={leaving.isSending}
            onTap={() => void leaving.all(leavable)}
          />
        )
      }
    >
      <PutOff isReady />
      <Card>
        <View className="row between">
          <Heading look="title">{words.progress(done.length, count)}</Heading>
          <View className="under">{words.plan(inBeijing(run.endsAt).format('HH:mm'))}</View>
        </View>
        {leavable.length > 0 && <View className="help">{words.leaveHelp}</View>}
      </Card>
      {leaving.refused.length > 0 && (
        <Notice kind="waiting">{words.notLeft(plain.list(leaving.refused))}</Notice>
      )}
      {adding.refused.length > 0 && (
        <Notice kind="waiting">{words.notAdded(plain.list(adding.refused))}</Notice>
      )}
      {(leaving.lost || adding.lost) && <Notice>{leaving.lost || adding.lost}</Notice>}
      {notIn.length > 0 && (
        <Card kind="waiting">
          {words.more(notIn.length)}
          <Link label={words.add} onTap={() => void adding.all(notIn, { runId: run.id })} />
        </Card>
      )}
      <Doors doors={left} begun={begun} onBegin={onBegin} />
      {done.length > 0 && <Done doors={done} />}
      <End run={run} left={left} />
    </Page>
  );
}

const keyOf = ([first]: readonly Door[]): string => `${first?.unit} ${first?.isApart}`;

interface DoorsProps extends Beginning {
  doors: readonly Door[];
}

/** Unit after unit, each from the top. */
export function Doors({ doors, begun, onBegin }: DoorsProps) {
  const begin = useSteady(onBegin);
  const words = useRunWords();
  const held = useAllHeld(true);
  const byId = useMemo(() => new Map((held.data ?? []).map((one) => [one.id, one])), [held.data]);
  const shown = useGrowing(doors.length);
  const left = byUnit(doors).map(({ length }) => length);
  return (
    <>
      {byUnit(doors.slice(0, shown)).map((own, i) => (
        <View key={keyOf(own)}>
          <View className="sticky">
            <Heading>{words.unit(own[0]?.unit ?? '', left[i] ?? 0)}</Heading>
          </View>
          {own[0]?.isApart && <View className="under">{words.apart}</View>}
          {own.map((door) => (
            <AtDoor
              key={door.householdId}
              door={door}
              held={byId}
              begun={isAt(door, begun?.id) ? begun : null}
              onBegin={begin}
            />
          ))}
        </View>
      ))}
    </>
  );
}

function Done({ doors }: { doors: readonly Passed[] }) {
  const words = useRunWords();
  return (
    <Card>
      <Heading look="title">{words.doneOnes(doors.length)}</Heading>
      <View className="row wrap counts">
        {doors.map(({ householdId, door }) => (
          <Chip key={householdId} kind="ok" label={door} />
        ))}
      </View>
    </Card>
  );
}

/** So many doors are named; of more only how many. */
const named = 5;

/** The trip is over, also where something is left; what that is is said first. */
function End({ run, left }: { run: RunView; left: readonly Door[] }) {
  const words = useRunWords();
  const plain = usePlainWords();
  const { refusal, showRefusal } = useFaults();
  const doors = left.slice(0, named).map(({ door }) => door);
  if (left.length > named) doors.push(words.others(left.length));
  const end = async () => {
    try {
      await call('endRun', { params: { id: run.id } });
      touched('request');
      goBack();
    } catch (error) {
      showRefusal(error);
    }
  };
  return (
    <>
      {refusal && <Notice>{refusal}</Notice>}
      <Ask
        label={words.end}
        question={left.length ? words.endOpen(plain.list(doors)) : words.endAll}
        yes={words.endYes}
        no={words.endNo}
        onYes={() => void end()}
      />
    </>
  );
}
