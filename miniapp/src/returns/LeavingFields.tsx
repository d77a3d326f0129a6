import { useCommunities } from '@/client/queries';
import { activeMembership, useSession } from '@/client/session';
import { Card, Cells, type Option, Select, TextField, TimeField } from '@/parts';
import { useLeavingWords } from './leavingWords';
import type { LeavingForm } from './useLeaving';

interface LeavingFieldsProps {
  people: Option[];
  form: LeavingForm;
  faultOf(path: string): string | undefined;
  onChange(changes: Partial<LeavingForm>): void;
}

/** Who leaves, when, and where to. */
export function LeavingFields({ people, form, faultOf, onChange }: LeavingFieldsProps) {
  const words = useLeavingWords();
  const own = useSession(({ session }) => activeMembership(session)?.communityId);
  const communities = useCommunities();
  const others = (communities.data?.items ?? []).filter(({ id }) => id !== own);
  return (
    <Card>
      <Cells
        label={words.who}
        value={form.residentId}
        onChange={(residentId) => onChange({ residentId })}
        fault={faultOf('residentId')}
        options={people}
      />
      <TimeField
        label={words.when}
        dayLabel={words.day}
        timeLabel={words.time}
        isAheadAllowed
        value={form.leavesAt}
        onChange={(leavesAt) => onChange({ leavesAt })}
        fault={faultOf('leavesAt')}
      />
      <TextField
        label={words.where}
        value={form.to}
        max={100}
        onChange={(to) => onChange({ to })}
        fault={faultOf('to')}
      />
      <Select
        label={words.community}
        value={form.communityId}
        onChange={(communityId) => onChange({ communityId })}
        fault={faultOf('communityId')}
        options={others.map(({ id, name }) => ({ value: id, label: name }))}
      />
    </Card>
  );
}
