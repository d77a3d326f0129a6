import type { SlotView } from '@shared/schedules/contract';
import { dayOf, daysBetween, inBeijing } from '@shared/time';
import { View } from '@tarojs/components';
import { open } from '@/client/navigate';
import { pages } from '@/client/pages';
import { useSettings } from '@/client/settings';
import { Button, Card, Chip, Heading, Line, Link } from '@/parts';
import { usePlainWords } from '@/words';
import { extraFor } from '../extra';
import type { OwedNow, useOwedNow } from '../owed';
import { type People, usePeople } from '../people';
import { ReadingChip } from '../ReadingChip';
import { useNearDay, useTemperatureWords } from './temperatureWords';

const clock = (at: string): string => inBeijing(at).format('HH:mm');
const celsiusText = (celsius: number): string => `${celsius.toFixed(1)} ℃`;

type Owed = ReturnType<typeof useOwedNow>;

/** The temperatures of now: who has reported, who has not, and the one thing to do. Nothing where none are owed. */
export function Temperatures({ owed }: { owed: Owed }) {
  const words = useTemperatureWords();
  const { elder } = useSettings();
  const people = usePeople();
  const { slots, isOpen, next } = owed;
  const [first] = slots;
  if (!first && !next) return null;
  const isOwing = owed.owed.length > 0;
  const asks = elder && isOwing && isOpen;
  const isOfToday = first?.day === dayOf(owed.at);
  const titles = asks ? words.notYet : isOfToday ? words.of : words.ofYesterday;
  return (
    <Card>
      {first && (
        <>
          <View className="row between">
            <Heading look="title">{titles[first.window] ?? words.of.evening}</Heading>
            <When owed={owed} first={first} />
          </View>
          {asks && slots.length > 1 && <Missing owed={owed} people={people} />}
          {!asks && (
            <View>
              {slots.map((slot) => (
                <Person key={slot.id} slot={slot} people={people} unsent={owed.unsent.get(slot.id)} />
              ))}
            </View>
          )}
          {isOwing && <Report owed={owed} people={people} />}
          <Extra owed={owed} people={people} />
        </>
      )}
      {!(isOwing && isOpen) && next && <Next slot={next} isFirst={!first} at={owed.at} />}
    </Card>
  );
}

function When({ owed: { owed, isOpen, at }, first }: { owed: Owed; first: SlotView }) {
  const words = useTemperatureWords();
  if (!owed.length) return null;
  if (!isOpen) return <Chip kind="warn" label={words.closed} />;
  const isLate = at > new Date(first.dueAt);
  return (
    <Chip
      kind="warn"
      label={isLate ? words.stillUntil(clock(first.closesAt)) : words.until(clock(first.dueAt))}
    />
  );
}

/** Elder size: a sentence instead of a list. */
function Missing({ owed: { owed }, people }: { owed: Owed; people: People }) {
  const words = useTemperatureWords();
  const { list } = usePlainWords();
  const names = owed.map(({ residentId }) => nameIn(people, residentId, words));
  return <View className="under">{words.notYetFor(list(names))}</View>;
}

const nameIn = (people: People, residentId: string, words: { me: string; someone: string }): string =>
  people.isMe(residentId) ? words.me : people.nameOf(residentId) || words.someone;

/** What was reported can be looked at, and corrected there. */
function Person({ slot, people, unsent }: { slot: SlotView; people: People; unsent: number | undefined }) {
  const words = useTemperatureWords();
  const { id, residentId, readings } = slot;
  return (
    <Line
      label={nameIn(people, residentId, words)}
      value={<SlotChip slot={slot} unsent={unsent} />}
      {...(readings.length > 0 && { onTap: () => open(pages.reported, { id }) })}
    />
  );
}

/** The last of what was measured; what an adult keeps to themselves shows that it was reported, and no more. */
function SlotChip({ slot: { state, readings }, unsent }: { slot: SlotView; unsent: number | undefined }) {
  const words = useTemperatureWords();
  const last = readings[readings.length - 1];
  if (unsent !== undefined) return <Chip kind="warn" label={words.unsent(celsiusText(unsent))} />;
  if (state === 'open') return <>{words.states.open}</>;
  if (state === 'missed') return <Chip kind="bad" label={words.states.missed} />;
  if (state === 'excused' || !last)
    return <Chip kind={state === 'excused' ? '' : 'ok'} label={words.states[state]} />;
  return <ReadingChip state={state} reading={last} />;
}

/** One button: for oneself, or for everybody of whom something is owed. */
function Report({ owed: { owed, isOpen }, people }: { owed: OwedNow; people: People }) {
  const words = useTemperatureWords();
  const { elder } = useSettings();
  const [only] = owed;
  const isAlone = owed.length === 1 && only && people.isMe(only.residentId);
  if (!isOpen) return <Button kind="tint" label={words.fillIn} onTap={() => open(pages.report)} />;
  return (
    <Button label={isAlone || elder ? words.report : words.reportFamily} onTap={() => open(pages.report)} />
  );
}

/** Somebody feels worse: a temperature more, at any hour. */
function Extra({ owed, people }: { owed: OwedNow; people: People }) {
  const words = useTemperatureWords();
  const [residentId, ...others] = extraFor(owed);
  if (!residentId) return null;
  const isAlone = others.length === 0;
  const isNamed = isAlone && !people.isMe(residentId);
  return (
    <Link
      label={isNamed ? words.extraOf(nameIn(people, residentId, words)) : words.extra}
      onTap={() => open(pages.report, { ...(isAlone && { residentId }), occasion: 'extra' })}
    />
  );
}

function Next({ slot, isFirst, at }: { slot: SlotView; isFirst: boolean; at: Date }) {
  const words = useTemperatureWords();
  const nearDay = useNearDay();
  const day = nearDay(slot.day, daysBetween(dayOf(at), slot.day));
  return (
    <View className="under">
      {isFirst
        ? words.first(day, clock(slot.opensAt))
        : words.next(day, clock(slot.opensAt), clock(slot.dueAt))}
    </View>
  );
}
