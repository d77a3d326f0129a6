import type { Correction } from '@shared/roster/corrections';
import type { ResidentFile } from '@shared/roster/residents';
import { View } from '@tarojs/components';
import { useState } from 'react';
import { Button, Card, Cells, Heading, Link, Notice, TextField } from '@/parts';
import { usePropose } from './usePropose';
import { useResidentsWords } from './words';

/** What is wrong with an entry, in two taps; a building head tells the worker, a worker mends it. */
export function Correct({ file }: { file: ResidentFile }) {
  const words = useResidentsWords();
  const [isOpen, setOpen] = useState(false);
  const [what, setWhat] = useState('');
  const [phone, setPhone] = useState('');
  const { propose, isSending, said, refusal, faultOf } = usePropose();
  const isStaff = file.actions.includes('correct');
  const corrections: Record<string, Correction> = {
    phone: { kind: 'fields', residentId: file.id, set: { phone } },
    movedOut: { kind: 'movedOut', residentId: file.id },
    confirm: { kind: 'confirm', residentId: file.id },
  };
  const send = async () => {
    const correction = corrections[what];
    if (correction && (await propose(correction))) setOpen(false);
  };
  if (!isOpen)
    return (
      <Card>
        {said && <Notice kind="waiting">{isStaff ? words.saved : words.sent}</Notice>}
        <Link label={words.correct} onTap={() => setOpen(true)} />
      </Card>
    );
  return (
    <Card>
      <Heading>{words.correct}</Heading>
      {refusal && <Notice>{refusal}</Notice>}
      <Cells
        label={words.what}
        value={what}
        onChange={setWhat}
        options={[
          { value: 'phone', label: words.newPhone },
          { value: 'movedOut', label: words.kinds.movedOut },
          ...(isStaff && file.provisional ? [{ value: 'confirm', label: words.kinds.confirm }] : []),
        ]}
      />
      {what === 'phone' && (
        <TextField
          label={words.newPhone}
          type="number"
          value=""
          max={20}
          onChange={setPhone}
          fault={faultOf('set.phone')}
        />
      )}
      <View className="row">
        <Button kind="plain" label={words.cancel} onTap={() => setOpen(false)} />
        <Button
          kind="tint"
          label={isStaff ? words.save : words.send}
          off={!what || isSending}
          onTap={() => void send()}
        />
      </View>
    </Card>
  );
}
