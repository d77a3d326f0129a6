import { rolesWithGrids, type StaffRole, staffRoles } from '@shared/accounts/staffContract';
import { View } from '@tarojs/components';
import { useState } from 'react';
import { call } from '@/client/call';
import { touchedStaff } from '@/client/queries/staff';
import { activeMembership, useSession } from '@/client/session';
import { useIdentityWords } from '@/entry/words';
import { Button, Card, Cells, Heading, Notice, Select, TextField } from '@/parts';
import { useFaults } from '@/returns/useFaults';
import { GridChoice } from './GridChoice';
import type { Told } from './OneTime';
import { useStaffPageWords } from './words';

interface AddStaffProps {
  onDone(): void;
  onTold(told: Told): void;
}

function useAdding({ onDone, onTold }: AddStaffProps) {
  const words = useStaffPageWords();
  const [form, setForm] = useState({
    name: '',
    phone: '',
    role: '' as StaffRole | '',
    head: '',
    gridIds: [] as string[],
  });
  const [isSending, setSending] = useState(false);
  const { faultOf, refusal, recheck, show, showRefusal } = useFaults();
  const set = (changes: Partial<typeof form>) => {
    setForm({ ...form, ...changes });
    recheck([]);
  };
  const hasGrids = rolesWithGrids.some((one) => one === form.role);
  const save = async () => {
    if (isSending) return;
    setSending(true);
    show([]);
    try {
      const { name, phone, role, gridIds } = form;
      const body = {
        name,
        phone,
        role: role as StaffRole,
        head: form.head === 'yes',
        gridIds: hasGrids ? gridIds : [],
      };
      const { staff, oneTimePassword, repeated } = await call('createStaff', { body });
      onTold(
        oneTimePassword
          ? { title: words.passwordFor(staff.name), help: words.passwordHelp, secret: oneTimePassword }
          : { title: staff.name, help: (repeated ? words.madeBefore : words.hasAccount)(staff.name) },
      );
      await touchedStaff();
      onDone();
    } catch (error) {
      showRefusal(error);
      setSending(false);
    }
  };
  return { form, set, hasGrids, isSending, save, faultOf, refusal };
}

/** A new member of staff; the one-time password is shown by the page. */
export function AddStaff(props: AddStaffProps) {
  const words = useStaffPageWords();
  const { roles } = useIdentityWords();
  const isHead = useSession(({ session }) => activeMembership(session)?.head ?? false);
  const { form, set, hasGrids, isSending, save, faultOf, refusal } = useAdding(props);
  const offered = staffRoles.filter((role) => isHead || role !== 'office');
  return (
    <Card>
      <Heading>{words.add}</Heading>
      {refusal && <Notice>{refusal}</Notice>}
      <TextField
        label={words.name}
        value={form.name}
        onChange={(name) => set({ name })}
        fault={faultOf('name')}
      />
      <TextField
        label={words.phone}
        value={form.phone}
        onChange={(phone) => set({ phone })}
        fault={faultOf('phone')}
        type="number"
        max={20}
      />
      <Select
        label={words.role}
        value={form.role}
        onChange={(role) => set({ role: role as StaffRole | '' })}
        fault={faultOf('role')}
        options={offered.map((value) => ({ value, label: roles[value] }))}
      />
      {form.role === 'office' && (
        <Cells
          halves
          label={words.head}
          value={form.head}
          onChange={(head) => set({ head })}
          options={[
            { value: 'yes', label: words.yes },
            { value: 'no', label: words.no },
          ]}
        />
      )}
      {hasGrids && (
        <GridChoice
          value={form.gridIds}
          onChange={(gridIds) => set({ gridIds })}
          fault={faultOf('gridIds')}
        />
      )}
      <View className="row">
        <Button kind="plain" label={words.cancel} onTap={props.onDone} />
        <Button label={isSending ? words.saving : words.save} off={isSending} onTap={() => void save()} />
      </View>
    </Card>
  );
}
