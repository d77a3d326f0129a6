import { useQuery } from '@tanstack/react-query';
import { View } from '@tarojs/components';
import { useState } from 'react';
import { call } from '@/client/call';
import { pages } from '@/client/pages';
import { useMe } from '@/client/queries';
import { isBrowser } from '@/client/send';
import { useEntry } from '@/client/useEntry';
import { Async, Button, Card, Cells, Page, Select, State } from '@/parts';
import '@/parts/print.scss';
import './poster.scss';
import { pictureOf } from '@/parts/Qr';
import { usePosterWords } from './words';

/** A notice with a code that opens the declaration at a building; printed from the browser, A5 for doors or A4 for gates. */
export default function Poster() {
  useEntry();
  const words = usePosterWords();
  const me = useMe();
  const community = me.data?.community;
  const [size, setSize] = useState('a5');
  const [building, setBuilding] = useState('');
  const buildings = useBuildings(community?.id ?? '');
  if (!isBrowser)
    return (
      <Page title={words.title}>
        <State icon="paper" words={words.onlyBrowser} />
      </Page>
    );
  return (
    <Page isWide title={words.title} foot={<Button label={words.print} onTap={() => window.print()} />}>
      <Async query={me}>
        <Card>
          <Cells
            label={words.size}
            halves
            value={size}
            onChange={setSize}
            options={(['a5', 'a4'] as const).map((value) => ({ value, label: words.sizes[value] }))}
          />
          <Select label={words.building} value={building} onChange={setBuilding} options={buildings} />
        </Card>
        {community && (
          <Sheet
            size={size}
            place={`${community.name} ${buildings.find(({ value }) => value === building)?.label ?? ''}`.trim()}
            phone={community.duty.phone}
            link={linkOf(community.id, building)}
          />
        )}
      </Async>
    </Page>
  );
}

function useBuildings(communityId: string) {
  const words = usePosterWords();
  const { data } = useQuery({
    queryKey: ['building', communityId],
    queryFn: () => call('listBuildings', { params: { id: communityId } }),
    enabled: communityId !== '',
  });
  return (data?.items ?? []).map(({ estate, building }) => ({
    value: `${estate}|${building}`,
    label: words.buildingOf(estate, building),
  }));
}

/** Ids and a building; nothing of a person stands in an address. */
const linkOf = (communityId: string, building: string): string => {
  const place = building ? `&building=${encodeURIComponent(building)}` : '';
  return `${window.location.origin}/#${pages.declare}?communityId=${communityId}${place}`;
};

interface SheetProps {
  size: string;
  place: string;
  phone: string;
  link: string;
}

/** The paper itself: what it is for, the code, and a telephone in figures for whoever has no phone to scan with. */
function Sheet({ size, place, phone, link }: SheetProps) {
  const words = usePosterWords();
  return (
    <View className={`sheet ${size}`}>
      <View className="sheet-head">{words.head}</View>
      <View className="sheet-place">{place}</View>
      {/* A plain picture: its size on paper is the one that is written in millimetres. */}
      <img className="code" src={pictureOf(link)} alt={words.code(place)} />
      <View className="sheet-text">{words.steps}</View>
      <View className="sheet-text">
        {words.noPhone}
        <View className="sheet-phone">{phone}</View>
      </View>
    </View>
  );
}
