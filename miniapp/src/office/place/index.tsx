import { faultsOf } from '@shared/faults';
import type { ReturnView } from '@shared/returns/view';
import { Address } from '@shared/roster/address';
import { useState } from 'react';
import { call } from '@/client/call';
import { touched } from '@/client/live';
import { goBack } from '@/client/navigate';
import { Button, Card, Cells, Heading, Notice, Page, TextField } from '@/parts';
import { AddressFields } from '@/returns/AddressFields';
import { filled } from '@/returns/journey';
import { OfReturn } from '@/returns/OfReturn';
import { useFaults } from '@/returns/useFaults';
import { usePlainWords } from '@/words';
import { usePlaceWords } from './words';

/** The office places an address that is in no list: a door of the roster, or a new one. */
export default function Place() {
  const words = usePlaceWords();
  return (
    <OfReturn isWide title={words.title}>
      {(one, watermark) => <PlaceForm one={one} watermark={watermark} />}
    </OfReturn>
  );
}

const blank = { estate: '', building: '', unit: '', floor: '', room: '' };

function usePlacing(one: ReturnView) {
  const words = usePlaceWords();
  const { address } = one;
  // What nobody has said yet is not offered as an address.
  const [form, setForm] = useState(address.building === one.door ? blank : { ...blank, ...address });
  const [how, setHow] = useState('');
  const [door, setDoor] = useState('');
  const [unknown, setUnknown] = useState('');
  const [isSending, setSending] = useState(false);
  const { faultOf, refusal, show, showRefusal } = useFaults();
  const bodyOf = async () => {
    if (how === 'listed') {
      const found = (await call('listDwellings', { query: { door: door.trim() } })).items[0];
      if (!found) setUnknown(door.trim());
      return found && { dwellingId: found.id };
    }
    const parsed = Address.safeParse(filled(form), { reportInput: true });
    if (!parsed.success) show(faultsOf(parsed.error, 'address'));
    return parsed.success ? { address: parsed.data } : undefined;
  };
  const save = async () => {
    if (isSending || !how) return;
    setSending(true);
    try {
      const body = await bodyOf();
      if (body) {
        await call('placeAddress', {
          params: { id: one.id },
          body: { seenVersion: one.version, ...body },
        });
        touched('return');
        goBack();
      }
    } catch (error) {
      showRefusal(error);
      touched('return');
    }
    setSending(false);
  };
  const doorFault = unknown && unknown === door.trim() ? words.noDoor(unknown) : undefined;
  return { form, setForm, how, setHow, setDoor, doorFault, faultOf, refusal, isSending, save };
}

function PlaceForm({ one, watermark }: { one: ReturnView; watermark: string }) {
  const words = usePlaceWords();
  const plain = usePlainWords();
  const { form, setForm, how, setHow, setDoor, doorFault, faultOf, refusal, isSending, save } =
    usePlacing(one);
  return (
    <Page
      isWide
      title={words.title}
      watermark={watermark}
      foot={
        <Button
          label={isSending ? plain.sending : words.save}
          off={!how || isSending}
          onTap={() => void save()}
        />
      }
    >
      <Card kind="waiting">
        <Heading look="title">{words.said}</Heading>
        {[one.address.estate, one.door].filter(Boolean).join(' ')}
      </Card>
      {refusal && <Notice>{refusal}</Notice>}
      <Card>
        <Cells
          halves
          label={words.how}
          value={how}
          onChange={setHow}
          options={[
            { value: 'listed', label: words.listed },
            { value: 'made', label: words.made },
          ]}
        />
        {how === 'listed' && (
          <TextField label={words.door} value="" max={60} onChange={setDoor} fault={doorFault} />
        )}
        {how === 'made' && (
          <AddressFields
            address={form}
            faultOf={faultOf}
            onChange={(changes) => setForm({ ...form, ...changes })}
          />
        )}
      </Card>
    </Page>
  );
}
