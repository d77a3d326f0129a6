import type { ErrandView } from '@shared/requests/errandView';
import { type ErrandKindName, errandKindNames } from '@shared/requests/kinds';
import { View } from '@tarojs/components';
import { memo } from 'react';
import { clockOffsetMs } from '@/client/clock';
import { open } from '@/client/navigate';
import { pages } from '@/client/pages';
import { useWish } from '@/client/useWish';
import { Button, Card, Chip, Heading, Link, Notice } from '@/parts';
import { TakeReading } from '@/readings/TakeReading';
import { useErrandWords, useKindWord } from '@/requests/errands/words';
import { useMomentText } from '@/words';
import { useRefusalWords } from '@/words/problems';
import { DueChip } from '@/worklist/DueChip';
import { DeliverForm } from '../one/DeliverForm';
import { NobodyHomeForm } from '../one/NobodyHomeForm';
import { useTrashWords } from '../trash/words';
import { useCarrying } from '../useCarrying';
import { useCarryingWords } from '../words';
import type { Doing, Door } from './doorsOf';
import type { Beginning, Begun } from './useBegun';
import { useRunWords } from './words';

interface AtDoorProps extends Beginning {
  door: Door;
  /** The errands that one carries, by id. */
  held: ReadonlyMap<string, ErrandView>;
}

/** All that is due at one door, each with its one next step. */
export const AtDoor = memo(function AtDoor({ door, held, begun, onBegin }: AtDoorProps) {
  const words = useRunWords();
  return (
    <View className="lazy">
      <Card>
        <View className="row between">
          <Heading level={3} look="door">
            {door.door}
          </Heading>
          <View className="help">{words.floor(door.floor)}</View>
        </View>
        {door.doings.map((doing) => {
          const { id, kind } = doing.due;
          const own = { begun: begun?.id === id ? begun : null, onBegin };
          if (kind === 'reading') return <Reading key={id} of={doing} {...own} />;
          if (doing.due.actions.includes('collect')) return <Trash key={id} of={doing} />;
          if (kind === 'visit') return <Visit key={id} of={doing} />;
          return <Errand key={id} of={doing} errand={held.get(id)} {...own} />;
        })}
      </Card>
    </View>
  );
});

function What({ of: { due, kept, isDone }, name }: { of: Doing; name: string }) {
  const words = useRunWords();
  const { urgent } = useErrandWords();
  return (
    <View className="row between">
      <View className="row wrap">
        <View className="title">{name}</View>
        {due.title.params.urgent === true && <Chip kind="bad" label={urgent} />}
        {kept && <Chip kind={isDone ? 'ok' : 'info'} label={words.kept} />}
      </View>
      {!isDone && !due.nextTryAt && <DueChip at={due.dueAt} />}
    </View>
  );
}

const isKind = (name: string): name is ErrandKindName =>
  (errandKindNames as readonly string[]).includes(name);

interface ErrandProps extends Beginning {
  of: Doing;
  /** Unknown while the errands are on their way: then there is the page of the errand. */
  errand: ErrandView | undefined;
}

function Errand({ of, errand, begun, onBegin }: ErrandProps) {
  const words = useRunWords();
  const carrying = useCarryingWords();
  const kindWord = useKindWord();
  const momentText = useMomentText();
  const { due, actions, isDone } = of;
  const { id, version, title } = due;
  const { act, actFromForm, isSending, refusal, faultOf, recheck } = useCarrying({ id, version });
  const [kind = ''] = title.code.split('.');
  const size = Number(title.params.size);
  const name = [isKind(kind) ? kindWord(kind) : kind, size > 1 && words.things(size)]
    .filter(Boolean)
    .join(' · ');
  const Form =
    begun && errand && { deliver: DeliverForm, nobodyHome: NobodyHomeForm, measure: null }[begun.step];
  const may = (action: string) => !Form && actions.includes(action);
  const begin = (step: Begun['step']) => () => onBegin({ id, step });
  return (
    <>
      <What of={of} name={name} />
      {due.nextTryAt && !isDone && <View className="under">{words.again(momentText(due.nextTryAt))}</View>}
      {errand?.note && <View className="under">{words.note(errand.note)}</View>}
      {refusal && <Notice>{refusal}</Notice>}
      {Form && errand && (
        <Form
          of={errand}
          {...{ act: actFromForm, isSending, faultOf, recheck }}
          onDone={() => onBegin(null)}
        />
      )}
      {may('leave') && (
        <Button kind="tint" label={carrying.begins.leave} off={isSending} onTap={() => void act('leave')} />
      )}
      {may('deliver') && errand && (
        <Button kind="tint" label={carrying.begins.deliver} off={isSending} onTap={begin('deliver')} />
      )}
      {!isDone && !Form && (
        <View className="row wrap">
          {may('nobodyHome') && errand && (
            <Link label={carrying.begins.nobodyHome} onTap={begin('nobodyHome')} />
          )}
          <Link label={words.look} onTap={() => open(pages.staffErrand, { id })} />
        </View>
      )}
    </>
  );
}

function Reading({ of, begun, onBegin }: { of: Doing } & Beginning) {
  const words = useRunWords();
  const { id, residentId, name } = of.due;
  return (
    <>
      <What of={of} name={`${words.reading} · ${name ?? ''}`} />
      {begun ? (
        <TakeReading residentId={residentId ?? ''} slotId={id} onDone={() => onBegin(null)} />
      ) : (
        !of.isDone && (
          <Button kind="tint" label={words.measure} onTap={() => onBegin({ id, step: 'measure' })} />
        )
      )}
    </>
  );
}

/** How somebody is has a page of its own, with everybody who is to be asked. */
function Visit({ of }: { of: Doing }) {
  const words = useRunWords();
  return (
    <>
      <What of={of} name={`${words.visit} · ${of.due.name ?? ''}`} />
      {!of.isDone && <Button kind="plain" label={words.visiting} onTap={() => open(pages.visits)} />}
    </>
  );
}

/** Standing trash: so many bags is one tap; for anything else there is the page of all doors. */
function Trash({ of }: { of: Doing }) {
  const words = useRunWords();
  const trash = useTrashWords();
  const refusalWords = useRefusalWords();
  const { delivery, send } = useWish();
  const collect = (bags: number) => {
    const at = new Date().toISOString();
    const body = { bags, infectiousBags: 0, at, enteredAt: at, clockOffsetMs: clockOffsetMs() };
    void send({ operation: 'collectTrash', params: { id: of.due.id }, body });
  };
  return (
    <>
      <What of={of} name={words.trash} />
      {delivery.refused && (
        <Notice kind="waiting">{refusalWords(delivery.refused.code, trash.refused)}</Notice>
      )}
      {!of.isDone && (
        <>
          <View className="row">
            {[1, 2, 3].map((bags) => (
              <View key={bags} className="grow">
                <Button kind="tint" label={trash.bags(bags)} onTap={() => collect(bags)} />
              </View>
            ))}
          </View>
          <Link label={words.moreBags} onTap={() => open(pages.trash)} />
        </>
      )}
    </>
  );
}
