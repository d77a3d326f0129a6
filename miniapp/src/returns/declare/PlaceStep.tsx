import { useQuery } from '@tanstack/react-query';
import { call } from '@/client/call';
import { useCommunities } from '@/client/queries';
import { Async, Card, Cells, Select } from '@/parts';
import { AddressFields } from '@/returns/AddressFields';
import type { PlaceForm } from './form';
import type { StepProps } from './stepProps';
import { useDeclareWords } from './words';

/** Community, building, unit, door step by step; or an address that nobody has on a list yet. */
export function PlaceStep({ form, faultOf, onPlace }: StepProps) {
  const words = useDeclareWords();
  const { place } = form;
  const communities = useCommunities();
  return (
    <Card>
      <Select
        label={words.community}
        value={place.communityId}
        onChange={(communityId) => onPlace({ communityId, building: '', unit: '', dwellingId: '' })}
        fault={faultOf('communityId')}
        options={(communities.data?.items ?? []).map(({ id, name }) => ({ value: id, label: name }))}
      />
      <Cells
        label={words.door}
        halves
        value={place.where}
        onChange={(where) => onPlace({ where: where as 'list' })}
        options={[
          { value: 'list', label: words.fromList },
          { value: 'typed', label: words.notListed },
        ]}
      />
      {place.where === 'typed' ? (
        <AddressFields
          address={place.address}
          faultOf={faultOf}
          onChange={(changes) => onPlace({ address: { ...place.address, ...changes } })}
        />
      ) : (
        <ListedDoor place={place} faultOf={faultOf} onChange={onPlace} />
      )}
    </Card>
  );
}

interface DoorProps {
  place: PlaceForm;
  faultOf(path: string): string | undefined;
  onChange(changes: Partial<PlaceForm>): void;
}

export function ListedDoor({ place, faultOf, onChange }: DoorProps) {
  const words = useDeclareWords();
  const { communityId, building, unit } = place;
  const [estate = '', number = ''] = building.split('|');
  const buildings = useQuery({
    queryKey: ['building', communityId],
    queryFn: () => call('listBuildings', { params: { id: communityId } }),
    enabled: communityId !== '',
  });
  const units = buildings.data?.items.find((b) => `${b.estate}|${b.building}` === building)?.units ?? [];
  const doors = useQuery({
    queryKey: ['dwelling', communityId, building, unit],
    queryFn: () =>
      call('listDwellings', { query: { communityId, estate, building: number, unit, limit: 100 } }),
    enabled: building !== '' && (unit !== '' || units.length === 0),
  });
  const doorOf = (id: string) => doors.data?.items.find((door) => door.id === id)?.door ?? '';
  if (communityId && !buildings.data) return <Async query={buildings}>{null}</Async>;
  return (
    <>
      <Select
        label={words.building}
        value={building}
        onChange={(value) => onChange({ building: value, unit: '', dwellingId: '' })}
        options={(buildings.data?.items ?? []).map((b) => ({
          value: `${b.estate}|${b.building}`,
          label: words.buildingOf(b.estate, b.building),
        }))}
      />
      <Select
        label={words.unit}
        value={unit}
        onChange={(value) => onChange({ unit: value, dwellingId: '' })}
        options={units.map((value) => ({ value, label: value }))}
      />
      <Select
        label={words.room}
        value={place.dwellingId}
        onChange={(dwellingId) => onChange({ dwellingId, door: doorOf(dwellingId) })}
        fault={faultOf('dwellingId')}
        options={(doors.data?.items ?? []).map(({ id, door }) => ({ value: id, label: door }))}
      />
    </>
  );
}
