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

/** What may be chosen, from the estate down, and what is. */
function useRange() {
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
  const chooseFloor = (name: string) => {
    setFloors(toggled(floors, name));
    setRooms(none);
  };
  const chooseRoom = (name: string) => setRooms(toggled(rooms, name));
  return {
    range,
    estates,
    estate,
    chooseEstate,
    buildings: here.map(({ building }) => building),
    chooseBuilding,
    unitNames: only && only.units.length > 1 ? only.units : none,
    chooseUnit,
    floorNames,
    chooseFloor,
    roomNames: onFloors.map(({ room }) => room),
    chooseRoom,
  };
}

function RangePicker({ onTake }: { onTake(range: Range): void }) {
  const words = useGridWords();
  const { range, estates, estate, chooseEstate, buildings, chooseBuilding, ...inside } = useRange();
  const { unitNames, chooseUnit, floorNames, chooseFloor, roomNames, chooseRoom } = inside;
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
      <Names
        label={words.building}
        chosen={range.buildingNames}
        names={buildings}
        wordOf={words.buildingOf}
        onChange={chooseBuilding}
      />
      <Names
        label={words.unit}
        chosen={range.unitNames}
        names={unitNames}
        wordOf={words.unitOf}
        onChange={chooseUnit}
      />
      <Names
        label={words.floor}
        chosen={range.floorNames}
        names={floorNames}
        wordOf={words.floorOf}
        onChange={chooseFloor}
      />
      <Names
        label={words.room}
        chosen={range.rooms}
        names={roomNames}
        wordOf={String}
        onChange={chooseRoom}
      />
      <Button
        kind="tint"
        off={!range.buildingNames?.length}
        label={words.take}
        onTap={() => range.buildingNames?.length && onTake(range)}
      />
    </>
  );
}

interface NamesProps {
  label: string;
  chosen: string[] | undefined;
  names: string[];
  wordOf(name: string): string;
  onChange(name: string): void;
}

/** One step down; where there is nothing to choose from, nothing stands here. */
function Names({ label, chosen = none, names, wordOf, onChange }: NamesProps) {
  if (!names.length) return null;
  const options = names.map((value) => ({ value, label: wordOf(value) }));
  return <Cells label={label} value={chosen} options={options} onChange={onChange} />;
}
