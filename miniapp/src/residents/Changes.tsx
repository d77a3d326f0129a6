import type { Role } from '@shared/accounts/contract';
import type { ResidentFile } from '@shared/roster/residents';
import { View } from '@tarojs/components';
import { useIdentityWords } from '@/entry/words';
import { Card, Heading, Line } from '@/parts';
import { useMomentText } from '@/words';
import { useResidentsWords } from './words';

/** What was corrected of a person, by whom and when. */
export function Changes({ file }: { file: ResidentFile }) {
  const words = useResidentsWords();
  const { roles } = useIdentityWords();
  const momentText = useMomentText();
  if (!file.changes.length) return null;
  return (
    <Card>
      <Heading>{words.changes}</Heading>
      {file.changes.map(({ id, kind, fields, by, at, state, toDoor }) => (
        <Line
          key={id}
          label={
            <>
              <View>
                {[words.kinds[kind], ...fields.map((field) => words.fields[field] ?? field), toDoor]
                  .filter(Boolean)
                  .join(' · ')}
              </View>
              <View className="help">
                {words.by(roles[by.role as Role] ?? by.role, by.surname)} · {momentText(at)}
              </View>
            </>
          }
          value={words.correctionStates[state] ?? state}
        />
      ))}
    </Card>
  );
}
