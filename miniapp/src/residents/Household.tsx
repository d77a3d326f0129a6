import type { ResidentFile } from '@shared/roster/residents';
import { View } from '@tarojs/components';
import { open } from '@/client/navigate';
import { pages } from '@/client/pages';
import { useHousehold } from '@/client/queries/residents';
import { Async, Call, Card, Heading, Line } from '@/parts';
import { usePlainWords } from '@/words';
import { useResidentsWords } from './words';

/** With whom a person lives, whom the community calls, who else is behind the door, and who answers for it. */
export function Household({ file }: { file: ResidentFile }) {
  const words = useResidentsWords();
  const { aside } = usePlainWords();
  const household = useHousehold(file.householdId);
  const data = household.data;
  return (
    <Async query={household}>
      <Card>
        <Heading>{words.household}</Heading>
        {data?.people.map(({ residentId, name, relation }) => (
          <Line
            key={residentId}
            label={name + (residentId === data.contactResidentId ? aside(words.contact) : '')}
            value={words.relations[relation] ?? ''}
            {...(residentId !== file.id && { onTap: () => open(pages.resident, { id: residentId }) })}
          />
        ))}
        {(data?.tenure === 'own' || data?.tenure === 'rented') && (
          <Line label={words.flat} value={words.tenures[data.tenure]} />
        )}
        {data && data.others.length > 0 && <View className="under">{words.others(data.others.length)}</View>}
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
