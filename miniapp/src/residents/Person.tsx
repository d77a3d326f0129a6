import type { ResidentFile } from '@shared/roster/residents';
import { View } from '@tarojs/components';
import { Card, Chip, Heading, Line, Notice } from '@/parts';
import { useFaults } from '@/returns/useFaults';
import { useChoiceWords } from '@/returns/words';
import { Reveal } from './Reveal';
import { useKeyGroups, useResidentsWords } from './words';

/** Who it is: masked, each field opened with a reason. */
export function Person({ file }: { file: ResidentFile }) {
  const words = useResidentsWords();
  const choices = useChoiceWords();
  const { word } = useKeyGroups();
  const { refusal, showRefusal } = useFaults();
  const { id, name, age, door, document, phone, keyGroups, residence, relation } = file;
  const mayReveal = file.actions.includes('reveal');
  const masked = [
    ['name', words.name, name],
    ['phone', words.phone, phone],
    ['document', document ? choices[document.kind] : words.document, document?.number],
    ['note', words.note, file.hasNote ? '**' : null],
  ] as const;
  return (
    <Card>
      {refusal && <Notice>{refusal}</Notice>}
      <Heading look="door">
        {door} · {name}
      </Heading>
      <View className="under">
        {[words.relations[relation] ?? '', age === null ? '' : words.age(age), words.residences[residence]]
          .filter(Boolean)
          .join(' · ')}
      </View>
      <View className="row wrap">
        {file.provisional && <Chip kind="warn" label={words.provisional} />}
        {file.leftAt && <Chip label={words.left} />}
        {keyGroups.map((group) => (
          <Chip key={group} kind="info" label={word(group)} />
        ))}
        {!file.canUsePhone && <Chip label={words.noPhone} />}
        {file.healthClosed && <Chip label={words.closed} />}
      </View>
      {masked.map(([field, label, value]) => {
        if (!value || (field === 'name' && !mayReveal)) return null;
        return mayReveal ? (
          <Reveal key={field} id={id} field={field} label={label} masked={value} onFail={showRefusal} />
        ) : (
          <Line key={field} label={label} value={value} />
        );
      })}
      {mayReveal && <View className="help">{words.hidden}</View>}
    </Card>
  );
}
