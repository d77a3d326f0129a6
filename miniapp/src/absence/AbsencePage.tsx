import { View } from '@tarojs/components';
import { useStaff } from '@/client/queries/grids';
import { activeMembership, useSession } from '@/client/session';
import { useEntry } from '@/client/useEntry';
import { Page } from '@/parts';
import { AbsenceForm } from './AbsenceForm';
import { AbsenceList } from './AbsenceList';
import { DutyForm } from './DutyForm';
import { useAbsenceWords } from './words';

/** Saying that one is absent, or that somebody below is; who is; and when one is called for urgent things. */
export function AbsencePage() {
  useEntry();
  const words = useAbsenceWords();
  const staff = useStaff();
  const me = useSession(({ session }) => activeMembership(session)?.id);
  const own = staff.data?.find(({ membershipId }) => membershipId === me);
  return (
    <Page isWide title={words.title}>
      <View className="columns">
        <View className="column">
          <AbsenceForm staff={staff.data ?? []} own={own} />
        </View>
        <View className="column">
          <AbsenceList />
          {own && <DutyForm key={own.membershipId} own={own} />}
        </View>
      </View>
    </Page>
  );
}
