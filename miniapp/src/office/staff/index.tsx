import { type StaffRole, staffRoles } from '@shared/accounts/staffContract';
import { View } from '@tarojs/components';
import { useState } from 'react';
import { useStaff } from '@/client/queries/staff';
import { useEntry } from '@/client/useEntry';
import { useIdentityWords } from '@/entry/words';
import { Async, Button, Heading, Link, Page, Select, State } from '@/parts';
import { useWatermark } from '@/worklist/useWatermark';
import { AddStaff } from './AddStaff';
import { Member } from './Member';
import { OfferSlips } from './OfferSlips';
import { OneTime, type Told } from './OneTime';
import { useStaffPageWords } from './words';

const all = 'all';

/** Who serves in this community: by role, with what they answer for, and how they get in. */
export default function Staff() {
  useEntry();
  const words = useStaffPageWords();
  const { roles } = useIdentityWords();
  const watermark = useWatermark();
  const [role, setRole] = useState<StaffRole | ''>('');
  const [isEnded, setEnded] = useState(false);
  const [isAdding, setAdding] = useState(false);
  const [changing, setChanging] = useState('');
  const [told, setTold] = useState<Told | null>(null);
  const staff = useStaff(role, isEnded);
  const items = staff.data?.pages.flatMap((page) => page.items) ?? [];
  const add = <Button icon="person" label={words.add} onTap={() => setAdding(true)} />;
  return (
    <Page isWide title={words.title} watermark={watermark} foot={!isAdding && !told && !changing && add}>
      {told && <OneTime told={told} onDone={() => setTold(null)} />}
      {!told && !isAdding && <OfferSlips />}
      {isAdding && <AddStaff onDone={() => setAdding(false)} onTold={setTold} />}
      <View className="row between">
        <Heading>{isEnded ? words.states.ended : words.list}</Heading>
        <Link label={isEnded ? words.serving : words.ended} onTap={() => setEnded(!isEnded)} />
      </View>
      <Select
        label={words.onlyRole}
        value={role || all}
        onChange={(value) => setRole(value === all ? '' : (value as StaffRole | ''))}
        options={[
          { value: all, label: words.all },
          ...staffRoles.map((value) => ({ value, label: roles[value] })),
        ]}
      />
      <Async query={staff} empty={!items.length && <State icon="person" words={words.none} />}>
        <View className="columns">
          {items.map((one) => (
            <View className="column" key={one.id}>
              <Member
                staff={one}
                isOpen={changing === one.id}
                onOpen={(isOpen) => setChanging(isOpen ? one.id : '')}
                onTold={setTold}
              />
            </View>
          ))}
        </View>
        {staff.hasNextPage && (
          <Button kind="tint" label={words.more} onTap={() => void staff.fetchNextPage()} />
        )}
      </Async>
    </Page>
  );
}
