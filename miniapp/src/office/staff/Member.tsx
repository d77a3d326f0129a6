import type { StaffView } from '@shared/accounts/staffContract';
import { dayOf } from '@shared/time';
import { View } from '@tarojs/components';
import { useIdentityWords } from '@/entry/words';
import { Card, Chip, Heading, Link } from '@/parts';
import { useDayText } from '@/words';
import { ChangeMember } from './ChangeMember';
import type { Told } from './OneTime';
import { useStaffPageWords } from './words';

interface MemberProps {
  staff: StaffView;
  /** One at a time is being changed. */
  isOpen: boolean;
  onOpen(isOpen: boolean): void;
  onTold(told: Told): void;
}

/** One member of staff: as what, where routing finds them, how they get in. */
export function Member({ staff, isOpen, onOpen, onTold }: MemberProps) {
  const words = useStaffPageWords();
  const { roles } = useIdentityWords();
  const dayText = useDayText();
  const { name, phone, role, head, posts, until, state, reason, signIn } = staff;
  const isFound = posts.length > 0 || !['worker', 'leader'].includes(role);
  const isOver = state === 'ended';
  return (
    <Card>
      <View className="row between">
        <Chip kind={isOver ? '' : 'info'} label={head ? `${roles[role]} · ${words.headChip}` : roles[role]} />
        {state === 'coming' && <Chip kind="warn" label={words.states.coming} />}
      </View>
      <Heading level={3} look="door">
        {name}
      </Heading>
      <View className="under">{phone}</View>
      {posts.map(({ grid, post }) => (
        <View key={`${grid} ${post}`}>{words.postText(grid, post)}</View>
      ))}
      {!isFound && !isOver && <View className="help">{words.noPost}</View>}
      {until && !isOver && <View className="help">{words.untilDay(dayText(dayOf(new Date(until))))}</View>}
      <View className="help">
        {isOver && reason ? words.endedFor(reason) : words.ways[signIn.password]}
        {!isOver && signIn.wechat && ` · ${words.wechat}`}
      </View>
      {!isOver && <Link label={isOpen ? words.close : words.open(name)} onTap={() => onOpen(!isOpen)} />}
      {isOpen && !isOver && <ChangeMember staff={staff} onTold={onTold} onDone={() => onOpen(false)} />}
    </Card>
  );
}
