import { useQuery } from '@tanstack/react-query';
import { call } from '@/client/call';
import { Card, Select } from '@/parts';
import { usePlainWords } from '@/words';
import { useResidentWords } from '../words';
import type { Form } from './form';

interface Props {
  form: Form;
  fault: string | undefined;
  onChange(changes: Partial<Form>): void;
}

/** Community, building, unit, door: for somebody who is in no household yet. */
export function Door({ form, fault, onChange }: Props) {
  const words = useResidentWords();
  const empty = usePlainWords().choose;
  const { communityId, building, unit } = form;
  const communities = useQuery({
    queryKey: ['community'],
    queryFn: () => call('listCommunities', { query: { limit: 100 } }),
  });
  const buildings = useQuery({
    queryKey: ['building', communityId],
    queryFn: () => call('listBuildings', { params: { id: communityId } }),
    enabled: communityId !== '',
  });
  const [estate = '', number = ''] = building.split('|');
  const doors = useQuery({
    queryKey: ['dwelling', communityId, building, unit],
    queryFn: () =>
      call('listDwellings', { query: { communityId, estate, building: number, unit, limit: 100 } }),
    enabled: building !== '' && unit !== '',
  });
  const chosen = buildings.data?.items.find((b) => `${b.estate}|${b.building}` === building);
  return (
    <Card>
      <Select
        label={words.community}
        empty={empty}
        value={communityId}
        onChange={(value) => onChange({ communityId: value, building: '', unit: '', dwellingId: '' })}
        options={(communities.data?.items ?? []).map(({ id, name }) => ({ value: id, label: name }))}
      />
      <Select
        label={words.building}
        empty={empty}
        value={building}
        onChange={(value) => onChange({ building: value, unit: '', dwellingId: '' })}
        options={(buildings.data?.items ?? []).map((b) => ({
          value: `${b.estate}|${b.building}`,
          label: `${b.estate} ${b.building}`,
        }))}
      />
      <Select
        label={words.unit}
        empty={empty}
        value={unit}
        onChange={(value) => onChange({ unit: value, dwellingId: '' })}
        options={(chosen?.units ?? []).map((value) => ({ value, label: value }))}
      />
      <Select
        label={words.room}
        empty={empty}
        value={form.dwellingId}
        onChange={(dwellingId) => onChange({ dwellingId })}
        fault={fault}
        options={(doors.data?.items ?? []).map(({ id, door }) => ({ value: id, label: door }))}
      />
    </Card>
  );
}
