import { faultsOf } from '@shared/faults';
import { tipRelations } from '@shared/returns/declaration';
import { Tip } from '@shared/returns/tip';
import { View } from '@tarojs/components';
import { useState } from 'react';
import { call } from '@/client/call';
import { goHome } from '@/client/navigate';
import { Problem } from '@/client/problem';
import { useCommunities } from '@/client/queries';
import { scrollTo } from '@/client/scroll';
import { activeMembership, useSession } from '@/client/session';
import { useEntry } from '@/client/useEntry';
import { Button, Card, Cells, Heading, Notice, Page, Select, State, TextField } from '@/parts';
import { AddressFields } from '@/returns/AddressFields';
import { filled } from '@/returns/journey';
import { useFaults } from '@/returns/useFaults';
import { usePlainWords } from '@/words';
import { useTipWords } from './words';

const blank = {
  communityId: '',
  dwellingId: '',
  door: '',
  name: '',
  phone: '',
  relation: '',
  note: '',
  address: { estate: '', building: '', unit: '', floor: '', room: '' },
};
type Form = typeof blank;

/** A door of the list, or an address; what is empty is left out, so that the field is named as missing. */
function bodyOf({ communityId, dwellingId, door: _door, address, ...said }: Form) {
  const place = dwellingId ? { dwellingId } : { ...filled({ communityId }), address: filled(address) };
  return { ...place, ...filled(said) };
}

function useTip() {
  const words = useTipWords();
  const own = useSession(({ session }) => activeMembership(session)?.communityId ?? '');
  const [form, setForm] = useState<Form>({ ...blank, communityId: own });
  const [isSending, setSending] = useState(false);
  const [told, setTold] = useState('');
  const [isFull, setFull] = useState(false);
  const faults = useFaults();
  const change = (changes: Partial<Form>) => setForm((before) => ({ ...before, ...changes }));
  const send = async () => {
    if (isSending) return;
    const body = bodyOf(form);
    const parsed = Tip.safeParse(body, { reportInput: true });
    faults.show(parsed.success ? [] : faultsOf(parsed.error));
    if (!parsed.success) return;
    setSending(true);
    try {
      const { responsible } = await call('tipReturn', { body: body as never });
      setTold(responsible.name);
      scrollTo('page');
    } catch (error) {
      setFull(error instanceof Problem && error.code === 'tooManyRequests');
      faults.showRefusal(error);
    }
    setSending(false);
  };
  return {
    own,
    form,
    change,
    isSending,
    told,
    send,
    faultOf: faults.faultOf,
    refusal: isFull ? words.tooMany : faults.refusal,
  };
}

/** Somebody came back and has not said so: family, a landlord, a neighbour tell the community. */
export default function TipPage() {
  useEntry();
  const words = useTipWords();
  const plain = usePlainWords();
  const { own, form, change, isSending, told, send, faultOf, refusal } = useTip();
  if (told)
    return (
      <Page isHome title={words.done} foot={<Button label={words.home} onTap={goHome} />}>
        <State icon="done" words={words.doneHelp(told)} />
      </Page>
    );
  return (
    <Page
      title={words.title}
      foot={
        <Button label={isSending ? plain.sending : words.send} off={isSending} onTap={() => void send()} />
      }
    >
      <Heading look="head">{words.head}</Heading>
      <View className="under">{words.help}</View>
      {refusal && <Notice>{refusal}</Notice>}
      <Door form={form} isChosen={own !== ''} faultOf={faultOf} onChange={change} />
      <Card>
        <Cells
          label={words.relation}
          halves
          value={form.relation}
          onChange={(relation) => change({ relation })}
          fault={faultOf('relation')}
          options={tipRelations.map((value) => ({ value, label: words.relations[value] }))}
        />
        <TextField
          label={words.note}
          value=""
          max={300}
          onChange={(note) => change({ note })}
          fault={faultOf('note')}
        />
        <TextField
          label={words.name}
          value=""
          onChange={(name) => change({ name })}
          fault={faultOf('name')}
        />
        <TextField
          label={words.phone}
          type="number"
          value=""
          max={30}
          onChange={(phone) => change({ phone })}
          fault={faultOf('phone')}
        />
      </Card>
    </Page>
  );
}

interface DoorProps {
  form: Form;
  /** The community is known by the membership. */
  isChosen: boolean;
  faultOf(path: string): string | undefined;
  onChange(changes: Partial<Form>): void;
}

/** The door by its number; where the list has none, the address in words. */
function Door({ form, isChosen, faultOf, onChange }: DoorProps) {
  const words = useTipWords();
  const communities = useCommunities();
  const [typed, setTyped] = useState('');
  const [missing, setMissing] = useState('');
  const find = async () => {
    const door = typed.trim();
    if (!door || !form.communityId) return;
    const query = { door, ...(!isChosen && { communityId: form.communityId }) };
    const items = await call('listDwellings', { query }).then(
      (page) => page.items,
      () => [],
    );
    setMissing(items[0] ? '' : door);
    onChange({ dwellingId: items[0]?.id ?? '', door: items[0]?.door ?? '' });
  };
  return (
    <Card>
      {!isChosen && (
        <Select
          label={words.community}
          value={form.communityId}
          onChange={(communityId) => onChange({ communityId, dwellingId: '' })}
          fault={faultOf('communityId')}
          options={(communities.data?.items ?? []).map(({ id, name }) => ({ value: id, label: name }))}
        />
      )}
      <TextField
        label={words.listed}
        value=""
        onChange={setTyped}
        onEnter={() => void find()}
        fault={missing ? undefined : faultOf('address') && faultOf('address.building')}
      />
      <Button kind="tint" label={words.find} onTap={() => void find()} />
      {form.dwellingId && <Notice kind="warm">{words.found(form.door)}</Notice>}
      {missing && !form.dwellingId && (
        <>
          <Notice kind="waiting">{words.noDoor(missing)}</Notice>
          <AddressFields
            address={form.address}
            faultOf={faultOf}
            onChange={(changes) => onChange({ address: { ...form.address, ...changes } })}
          />
        </>
      )}
    </Card>
  );
}
