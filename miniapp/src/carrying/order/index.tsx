import type { CaseView } from '@shared/requests/caseView';
import type { RequestView } from '@shared/requests/contract';
import {
  caseKindsFor,
  isCaseKind,
  kindOf,
  offeredKindNames,
  type RequestKindName,
} from '@shared/requests/kinds';
import { View } from '@tarojs/components';
import { useState } from 'react';
import { open } from '@/client/navigate';
import { pages } from '@/client/pages';
import { useEntry } from '@/client/useEntry';
import { Button, Card, Cells, Heading, Kept, Notice, Page, TextField } from '@/parts';
import { PhotoField } from '@/photos/PhotoField';
import { ErrandSummary } from '@/requests/errands/ErrandSummary';
import { KindFields } from '@/requests/errands/KindFields';
import { useOrderWords } from '@/requests/errands/orderWords';
import { WhenFields } from '@/requests/errands/WhenFields';
import { useErrandWords, useKindWord } from '@/requests/errands/words';
import { useHomesAt } from '@/residents/useHomesAt';
import { usePlainWords } from '@/words';
import { useWatermark } from '@/worklist/useWatermark';
import { WhichHome } from '../WhichHome';
import { isAboutPerson, mayBeAnywhere, needsPhoto, ofKind, staffChannels } from './form';
import { type StaffOrdering, useStaffOrder } from './useStaffOrder';
import { useStaffOrderWords } from './words';

/** For somebody who asks at the door, on the telephone or at the desk: the door, what is needed, and it is ordered. */
export default function Order() {
  const isReady = useEntry();
  const words = useStaffOrderWords();
  const watermark = useWatermark();
  if (isReady) return <Ordering watermark={watermark} />;
  return (
    <Page isWide title={words.title} watermark={watermark}>
      {null}
    </Page>
  );
}

function Ordering({ watermark }: { watermark: string }) {
  const words = useStaffOrderWords();
  const plain = usePlainWords();
  const kindWord = useKindWord();
  const optionsOf = (names: readonly RequestKindName[]) =>
    names.map((value) => ({ value, label: kindWord(value) }));
  const ordering = useStaffOrder();
  const { form, change, faultOf, refusal, isSending, placed, send, next } = ordering;
  const isCase = form.kind !== '' && isCaseKind(form.kind);
  const [isPhotoOnItsWay, setPhotoOnItsWay] = useState(false);
  const isOff = isSending || isPhotoOnItsWay;
  const { order } = useOrderWords();
  const label = isCase ? words.raise : order;
  if (placed) return <Done placed={placed} onNext={next} />;
  return (
    <Page
      isWide
      title={words.title}
      watermark={watermark}
      foot={
        <Button label={isSending ? plain.sending : label} off={isOff} onTap={() => isOff || void send()} />
      }
    >
      {refusal && <Notice>{refusal}</Notice>}
      <View className={isSending ? 'sending' : ''}>
        <Who {...ordering} />
        <Card>
          <Cells
            label={words.which}
            value={form.kind}
            onChange={(kind) => change(() => ofKind(kind as RequestKindName))}
            options={optionsOf(offeredKindNames)}
          />
          <Cells
            label={words.whichCase}
            value={form.kind}
            onChange={(kind) => change(() => ofKind(kind as RequestKindName))}
            fault={faultOf('kind')}
            options={optionsOf(caseKindsFor('staff'))}
          />
        </Card>
        {form.kind && (
          <KindFields
            key={form.kind}
            fields={kindOf(form.kind).fields}
            typed={form.typed}
            onChange={(changes) => change((before) => ({ typed: { ...before.typed, ...changes } }))}
            faultOf={faultOf}
          />
        )}
        <Beside {...ordering} onPhotoWay={setPhotoOnItsWay} />
      </View>
    </Page>
  );
}

type PartProps = Pick<StaffOrdering, 'form' | 'change' | 'faultOf'>;

/** How one is told, and for which household. */
function Who({ form, change, faultOf }: PartProps) {
  const words = useStaffOrderWords();
  const { whoIsIt } = useOrderWords();
  const { channel, caller, dwellingId, householdId, place = '' } = form;
  const { peopleOf } = useHomesAt(dwellingId);
  return (
    <Card>
      <Cells
        label={words.how}
        value={channel}
        onChange={(next) => change(() => ({ channel: next as typeof channel }))}
        fault={faultOf('channel')}
        options={staffChannels.map((value) => ({ value, label: words.channels[value] }))}
      />
      {channel === 'desk' && (
        <TextField
          label={words.caller}
          value={caller}
          onChange={(next) => change(() => ({ caller: next }))}
          fault={faultOf('caller')}
        />
      )}
      <WhichHome
        of={form}
        onChange={(changes) => change(() => ({ ...changes, residentId: '' }))}
        fault={faultOf('about')}
      />
      {!dwellingId && mayBeAnywhere(form.kind) && (
        <TextField
          label={words.place}
          max={100}
          value={place}
          onChange={(next) => change(() => ({ place: next }))}
        />
      )}
      {householdId && isAboutPerson(form.kind) && (
        <Cells
          label={whoIsIt}
          whole
          value={form.residentId ?? ''}
          onChange={(id) => change(() => ({ residentId: id }))}
          fault={faultOf('about.residentId')}
          options={peopleOf(householdId)}
        />
      )}
    </Card>
  );
}

/** What every order says beside its own fields. */
function Beside({
  form,
  change,
  faultOf,
  onPhotoWay,
}: PartProps & { onPhotoWay(isOnItsWay: boolean): void }) {
  const words = useStaffOrderWords();
  const { note, kind, photoId = '' } = form;
  const isErrand = kind === '' || !isCaseKind(kind);
  return (
    <Card>
      {isErrand && (
        <WhenFields of={form} onChange={(changes) => change(() => changes)} fault={faultOf('wish')} />
      )}
      <TextField
        label={words.note}
        max={200}
        value={note}
        onChange={(next) => change(() => ({ note: next }))}
        fault={faultOf('note')}
      />
      {needsPhoto(kind) && (
        <PhotoField
          label={words.photo}
          use="order"
          value={photoId}
          onChange={(id) => change(() => ({ photoId: id }))}
          onWay={onPhotoWay}
          fault={faultOf('fileIds.0')}
        />
      )}
    </Card>
  );
}

/** It is ordered, or waits on this phone; the next in the queue. */
function Done({ placed, onNext }: { placed: RequestView | 'kept'; onNext(): void }) {
  const words = useStaffOrderWords();
  const { keptTitle, kept } = useOrderWords();
  const { answersFor } = useErrandWords();
  if (placed === 'kept')
    return <Kept title={keptTitle} words={kept} next={{ label: words.next, onTap: onNext }} />;
  if (placed.life === 'case') return <Raised raised={placed} onNext={onNext} />;
  return (
    <Page title={words.placed} foot={<Button label={words.next} onTap={onNext} />}>
      <Heading>{words.say}</Heading>
      <ErrandSummary of={placed} withDoor>
        <View className="help">{answersFor(placed.responsible.name)}</View>
        <Button kind="tint" label={words.open} onTap={() => open(pages.staffErrand, { id: placed.id })} />
      </ErrandSummary>
    </Page>
  );
}

/** It is written down; whoever answers for it has been told. */
function Raised({ raised, onNext }: { raised: CaseView; onNext(): void }) {
  const words = useStaffOrderWords();
  const kindWord = useKindWord();
  const { answersFor } = useErrandWords();
  return (
    <Page title={words.raised} foot={<Button label={words.next} onTap={onNext} />}>
      <Heading>{raised.householdId ? words.say : words.sayCaller}</Heading>
      <Card>
        <Heading look="title">{[raised.door, kindWord(raised.kind)].filter(Boolean).join(' · ')}</Heading>
        <View className="help">{answersFor(raised.responsible.name)}</View>
        <Button kind="tint" label={words.look} onTap={() => open(pages.case, { id: raised.id })} />
      </Card>
    </Page>
  );
}
