import type { ResidentFile } from '@shared/roster/residents';
import { View } from '@tarojs/components';
import { call } from '@/client/call';
import { touched } from '@/client/live';
import { open } from '@/client/navigate';
import { pages } from '@/client/pages';
import { useHousehold } from '@/client/queries/residents';
import { Async, Call, Card, Heading, Line, Link, Notice } from '@/parts';
import { useFaults } from '@/returns/useFaults';
import { usePlainWords } from '@/words';
import { useResidentsWords } from './words';

/** With whom a person lives, whom the community calls, who else is behind the door, and who answers for it. */
export function Household({ file }: { file: ResidentFile }) {
  const words = useResidentsWords();
  const { aside } = usePlainWords();
  const household = useHousehold(file.householdId);
  const { refusal, showRefusal } = useFaults();
  const data = household.data;
  const setContact = async () => {
    if (!data) return;
    const body = { residentId: file.id, seenVersion: data.version };
    await call('setContact', { params: { id: data.id }, body }).catch(showRefusal);
    touched('resident');
  };
  return (
    <Async query={household}>
      <Card>
        {refusal && <Notice>{refusal}</Notice>}
        <Heading>{words.household}</Heading>
        {data?.people.map(({ residentId, name, relation }) => (
          <Line
            key={residentId}
            label={name + (residentId === data.contactResidentId ? aside(words.contact) : '')}
            value={words.relations[relation] ?? ''}
            {...(residentId !== file.id && { onTap: () => open(pages.resident, { id: residentId }) })}
          />
        ))}
        {data && data.others.length > 0 && <View className="under">{words.others(data.others.length)}</View>}
        {data?.actions.includes('setContact') && data.contactResidentId !== file.id && (
          <Link label={words.makeContact} onTap={() => void setContact()} />
        )}
      </Card>
      {file.responsible && (
        <Card>
          <Heading>{words.answers}</Heading>
          <Call label={file.responsible.name} phone={file.responsible.phone} />
        </Card>
      )}
    </Async>
  );
}
