import { formatRange, type Range } from '@shared/grids/scope';
import { View } from '@tarojs/components';
import { useState } from 'react';
import { useBuildings, useDoorsOf } from '@/client/queries/grids';
import { Button, Cells, Line, Link, Select } from '@/parts';
import { Fault } from '@/parts/fields';
import { useGridWords } from '../grids/words';

interface ScopeProps {
  scope: Range[];
  fault?: string | undefined;
  onChange(scope: Range[]): void;
}

/** The doors of a grid or patch: what is chosen, and choosing more by building, unit, floor and room. */
export function ScopeEditor({ scope, fault, onChange }: ScopeProps) {
  const words = useGridWords();
  const [isAdding, setAdding] = useState(false);
  const take = (range: Range) => {
    onChange([...scope, range]);
    setAdding(false);
  };
  return (
    <View className="field">
      {scope.length === 0 && <View className="field under">{words.scopeNone}</View>}
      {scope.map((range, i) => (
        <Line
          key={formatRange(range)}
          label={formatRange(range)}
          value={<Link label={words.remove} onTap={() => onChange(scope.filter((_, n) => n !== i))} />}
        />
      ))}
      {fault && <Fault text={fault} />}
      {isAdding ? (
        <RangePicker onTake={take} />
      ) : (
        <Button kind="tint" label={words.add} onTap={() => setAdding(true)} />
      )}
    </View>
  );
}

const none: string[] = [];
const toggled = (names: string[], name: string): string[] =>
  names.includes(name) ? names.filter((one) => one !== name) : [...names, name];

function RangePicker({ onTake }: { onTake(range: Range): void }) {
  const words = useGridWords();
  const { data } = useBuildings();
  const all = data?.items ?? [];
  const estates = [...new Set(all.map(({ estate }) => estate))];
  const [chosen, setEstate] = useState('');
  // Building numbers repeat from estate to estate: of several one is chosen first.
  const estate = estates.length > 1 ? chosen : (estates[0] ?? '');
  const [buildings, setBuildings] = useState(none);
  const [units, setUnits] = useState(none);
  const [floors, setFloors] = useState(none);
  const [rooms, setRooms] = useState(none);
  const isChosen = estates.length <= 1 || estates.includes(chosen);
  const here = isChosen ? all.filter((one) => one.estate === estate) : [];
  const only = buildings.length === 1 ? here.find(({ building }) => building === buildings[0]) : undefined;
  const unit = only && units.length === 1 ? units[0] : only?.units.length === 1 ? only.units[0] : undefined;
  const doors = useDoorsOf(only && unit !== undefined ? { estate, building: only.building, unit } : null);
  const addresses = unit === undefined ? [] : (doors.data ?? []).map(({ address }) => address);
  const floorNames = [...new Set(addresses.map(({ floor }) => floor))].filter(Boolean);
  const onFloors = addresses.filter(({ floor }) => !floors.length || floors.includes(floor));
  const chooseEstate = (name: string) => {
    setEstate(name);
    for (const clear of [setBuildings, setUnits, setFloors, setRooms]) clear(none);
  };
  const chooseBuilding = (name: string) => {
    setBuildings(toggled(buildings, name));
    for (const clear of [setUnits, setFloors, setRooms]) clear(none);
  };
  const chooseUnit = (name: string) => {
    setUnits(toggled(units, name));
    for (const clear of [setFloors, setRooms]) clear(none);
  };
  const range: Range = {
    ...(estate && { estate }),
    buildingNames: buildings,
    ...(units.length && { unitNames: units }),
    ...(floors.length && { floorNames: floors }),
    ...(rooms.length && { rooms }),
  };
  return (
    <>
      {estates.length > 1 && (
        <Select
          label={words.estate}
          value={estate}
          options={estates.map((value) => ({ value, label: value || words.estate }))}
          onChange={chooseEstate}
        />
      )}
      <Cells
        label={words.building}
        value={buildings}
        options={here.map(({ building }) => ({ value: building, label: words.buildingOf(building) }))}
        onChange={chooseBuilding}
      />
      {only && only.units.length > 1 && (
        <Cells
          label={words.unit}
          value={units}
          options={only.units.map((value) => ({ value, label: words.unitOf(value) }))}
          onChange={chooseUnit}
        />
      )}
      {floorNames.length > 0 && (
        <Cells
          label={words.floor}
          value={floors}
          options={floorNames.map((value) => ({ value, label: words.floorOf(value) }))}
          onChange={(name) => {
            setFloors(toggled(floors, name));
            setRooms(none);
          }}
        />
      )}
      {onFloors.length > 0 && (
        <Cells
          label={words.room}
          value={rooms}
          options={onFloors.map(({ room }) => ({ value: room, label: room }))}
          onChange={(name) => setRooms(toggled(rooms, name))}
        />
      )}
      <Button
        kind="tint"
        off={!buildings.length}
        label={words.take}
        onTap={() => buildings.length && onTake(range)}
      />
    </>
  );
}
