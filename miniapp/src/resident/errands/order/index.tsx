import type { MeView } from '@shared/accounts/contract';
import {
  caseKindOf,
  caseKindsFor,
  isCaseKind,
  kindOf,
  offeredKindNames,
  type RequestKindName,
  requestKindNames,
} from '@shared/requests/kinds';
import { View } from '@tarojs/components';
import { useRouter } from '@tarojs/taro';
import { useState } from 'react';
import { useMay } from '@/client/acting';
import { type Mending, useMending } from '@/client/mending';
import { goHome, open } from '@/client/navigate';
import { mendedDraft } from '@/client/outbox';
import { pages } from '@/client/pages';
import { read } from '@/client/phoneStore';
import { useMe } from '@/client/queries';
import { useErrand } from '@/client/queries/errands';
import { useSession } from '@/client/session';
import { forgetDrafts, useDraft } from '@/client/useDraft';
import { useEntry } from '@/client/useEntry';
import { Async, Button, Card, Cells, Kept, Link, Notice, Page, State, TextField } from '@/parts';
import { PhotoField } from '@/photos/PhotoField';
import { KindFields } from '@/requests/errands/KindFields';
import { useOrderWords } from '@/requests/errands/orderWords';
import { WhenFields } from '@/requests/errands/WhenFields';
import { useKindWord } from '@/requests/errands/words';
import { usePlainWords } from '@/words';
import { CallFirst } from '../CallFirst';
import { Nobody } from '../Nobody';
import { useHelpWords } from '../words';
import { isAboutPerson, newOrder, type OrderForm, orderAgain, orderDraft } from './form';
import { type OrderOf, useOrder } from './useOrder';

type Household = NonNullable<MeView['household']>;

/** Something is asked for: which sort of help, then one form drawn from its kind. */
export default function Order() {
  const isReady = useEntry();
  const words = useHelpWords();
  const me = useMe();
  const mending = useMending();
  const mayOrder = useMay('order');
  const { again = '' } = useRouter().params;
  const mayRaise = useMay('report');
  const accountId = useSession(({ session }) => session?.account.id ?? '');
  const household = me.data?.household ?? null;
  if (!isReady || !me.data)
    return (
      <Page title={words.title}>
        <Async query={me}>{null}</Async>
      </Page>
    );
  if (mending) return <Mended {...{ accountId, mending }} people={household?.people ?? []} />;
  if (!household || !(mayOrder || mayRaise))
    return (
      <Page title={words.title}>
        <Nobody isNew={!household} />
      </Page>
    );
  if (again && mayOrder) return <Again accountId={accountId} household={household} id={again} />;
  return <Choosing {...{ accountId, household, mayOrder, mayRaise }} />;
}

/** What was ordered once, filled in to be checked; what was begun of it stays as it is. */
function Again({ accountId, household, id }: { accountId: string; household: Household; id: string }) {
  const words = useHelpWords();
  const errand = useErrand(id);
  const of = errand.data;
  if (!of)
    return (
      <Page title={words.title}>
        <Async query={errand}>{null}</Async>
      </Page>
    );
  const draftName = orderDraft({ householdId: household.id, kind: of.kind });
  return (
    <Ordering
      {...{ accountId, draftName }}
      first={read<OrderForm>(accountId, draftName) ?? orderAgain(of, household.id)}
      mending={null}
      people={household.people}
      onDone={() => undefined}
    />
  );
}

type MendedProps = Pick<OrderingProps, 'accountId' | 'people'> & { mending: Mending };

/** What waits on the phone, or was refused, as it was filled in. */
function Mended({ accountId, mending, people }: MendedProps) {
  const words = useHelpWords();
  // Once: the entry has another key, and no draft any more, as soon as it is sent again.
  const [{ draftName, first }] = useState(() => {
    const draftName = mendedDraft(mending.key);
    return { draftName, first: read<OrderForm>(accountId, draftName) };
  });
  if (first)
    return <Ordering {...{ accountId, draftName, mending, people, first }} onDone={() => undefined} />;
  return (
    <Page title={words.title} foot={<Button label={words.home} onTap={goHome} />}>
      <State icon="done" words={words.nothingToMend} />
    </Page>
  );
}

const isKind = (name: string): name is RequestKindName => requestKindNames.some((kind) => kind === name);

interface ChoosingProps {
  accountId: string;
  household: Household;
  /** Something that is brought or taken. */
  mayOrder: boolean;
  /** Something that needs a judgement. */
  mayRaise: boolean;
}

/** What was chosen and begun is there again after a reload. */
function Choosing({ accountId, household, mayOrder, mayRaise }: ChoosingProps) {
  const words = useHelpWords();
  const kindWord = useKindWord();
  const chosen = `orderKind:${household.id}`;
  const [kind, choose] = useDraft<RequestKindName>(chosen);
  const isAllowed = (name: RequestKindName) => (isCaseKind(name) ? mayRaise : mayOrder);
  if (isKind(kind) && isAllowed(kind)) {
    const first = newOrder(kind, household.id, household.people);
    const draftName = orderDraft(first);
    return (
      <Ordering
        key={kind}
        {...{ accountId, draftName }}
        first={read<OrderForm>(accountId, draftName) ?? first}
        mending={null}
        people={household.people}
        onOther={() => choose('')}
        onDone={() => forgetDrafts(accountId, chosen)}
      />
    );
  }
  return (
    <Page title={words.title}>
      {mayOrder && (
        <Cells
          label={words.which}
          halves
          value=""
          onChange={(name) => isKind(name) && choose(name)}
          options={offeredKindNames.map((name) => ({ value: name, label: kindWord(name) }))}
        />
      )}
      {mayRaise && (
        <Cells
          label={words.whichCase}
          halves
          value=""
          onChange={(name) => isKind(name) && choose(name)}
          options={caseKindsFor('household').map((name) => ({ value: name, label: kindWord(name) }))}
        />
      )}
    </Page>
  );
}

interface OrderingProps extends OrderOf {
  people: Household['people'];
  /** The way back to the choice; what was typed stays. */
  onOther?: () => void;
}

function Ordering({ people, onOther, ...of }: OrderingProps) {
  const words = useHelpWords();
  const order = useOrderWords();
  const plain = usePlainWords();
  const kindWord = useKindWord();
  const { form, change, faultOf, refusal, isSending, isKept, send } = useOrder(of);
  const { kind, typed } = form;
  const isCase = isCaseKind(kind);
  const [isPhotoOnItsWay, setPhotoOnItsWay] = useState(false);
  const isOff = isSending || isPhotoOnItsWay;
  if (isKept)
    return (
      <Kept
        isHome
        title={order.keptTitle}
        words={isCase ? words.keptCase : order.kept}
        next={{ label: words.home, onTap: goHome }}
      />
    );
  return (
    <Page
      title={kindWord(kind)}
      foot={
        <Button
          label={isSending ? plain.sending : isCase ? words.raise : order.order}
          off={isOff}
          onTap={() => isOff || void send()}
        />
      }
    >
      {refusal && <Notice>{refusal}</Notice>}
      {form.isAgain && <Notice kind="warm">{words.checkAgain}</Notice>}
      {isCase && caseKindOf(kind).raisedBy.includes('anybody') && (
        <Link label={words.withoutName} onTap={() => open(pages.anonymous)} />
      )}
      {isCase && <CallFirst numbers={caseKindOf(kind).callFirst ?? []} />}
      <View className={isSending ? 'sending' : ''}>
        <KindFields
          fields={kindOf(kind).fields}
          typed={typed}
          onChange={(changes) => change((before) => ({ typed: { ...before.typed, ...changes } }))}
          faultOf={faultOf}
        />
        <Beside people={people} form={form} change={change} faultOf={faultOf} onPhotoWay={setPhotoOnItsWay} />
        {onOther && <Link label={words.other} onTap={onOther} />}
      </View>
    </Page>
  );
}

type BesideProps = Pick<ReturnType<typeof useOrder>, 'form' | 'change' | 'faultOf'> &
  Pick<OrderingProps, 'people'> & { onPhotoWay(isOnItsWay: boolean): void };

/** What every order says beside its own fields. */
function Beside({ people, form, change, faultOf, onPhotoWay }: BesideProps) {
  const words = useHelpWords();
  const { whoIsIt } = useOrderWords();
  const { kind, residentId, note, photoId = '' } = form;
  const isMedicine = kind === 'medicine';
  const isCase = isCaseKind(kind);
  const isNamed = isAboutPerson(kind);
  const needsPhoto = isCaseKind(kind) && caseKindOf(kind).hasPhotos;
  const whom = people.map((one) => ({ value: one.residentId, label: one.name }));
  return (
    <Card>
      {!isCase && (
        <WhenFields of={form} onChange={(changes) => change(() => changes)} fault={faultOf('wish')} />
      )}
      {whom.length > 1 && (isNamed || !isCase) && (
        <Cells
          label={isNamed ? whoIsIt : words.whom}
          value={residentId}
          fault={faultOf('about')}
          onChange={(value) => change((before) => ({ residentId: value === before.residentId ? '' : value }))}
          options={whom}
        />
      )}
      <TextField
        label={words.note}
        value={note}
        max={200}
        onChange={(value) => change(() => ({ note: value }))}
        fault={faultOf('note')}
      />
      <PhotoField
        label={isMedicine ? words.prescription : needsPhoto ? words.photoNeeded : words.photo}
        use={isMedicine ? 'prescription' : 'order'}
        value={photoId}
        onChange={(id) => change(() => ({ photoId: id }))}
        onWay={onPhotoWay}
        fault={faultOf('fileIds.0')}
      />
    </Card>
  );
}
