import { View } from '@tarojs/components';
import { useState } from 'react';
import type { ResidentSearch } from '@/client/queries/residents';
import { useEntry } from '@/client/useEntry';
import { Button, Card, Line, Page, Select, TextField } from '@/parts';
import { MovedIn } from '@/residents/MovedIn';
import { ResidentList } from '@/residents/ResidentList';
import { searchOf } from '@/residents/searchOf';
import { useKeyGroups, useResidentsWords } from '@/residents/words';
import { useWatermark } from '@/worklist/useWatermark';

/** People of the roster: by exact name, door, last four, or key group. The office and workers each see their own. */
export default function Residents() {
  const isReady = useEntry();
  const words = useResidentsWords();
  const watermark = useWatermark();
  const groups = useKeyGroups();
  const [typed, setTyped] = useState('');
  const [search, setSearch] = useState<ResidentSearch | null>(null);
  const find = () => setSearch(searchOf(typed));
  return (
    <Page isWide title={words.title} watermark={watermark}>
      <View className="columns">
        <View className="column">
          <Card>
            <TextField label={words.ask} value="" onChange={setTyped} onEnter={find} />
            <Button label={words.find} off={!typed.trim()} onTap={find} />
            <View className="help">{words.recorded}</View>
          </Card>
          <Card>
            <Select
              label={words.group}
              value={String(search?.keyGroup ?? '')}
              onChange={(keyGroup) => setSearch(keyGroup ? { keyGroup } : null)}
              options={groups.options}
            />
            <Line label={words.provisionalList} onTap={() => setSearch({ provisional: 'true' })} />
          </Card>
        </View>
        <View className="column first">
          {isReady && search && <ResidentList search={search} />}
          {isReady && search?.door && <MovedIn key={search.door} isStaff door={search.door} />}
        </View>
      </View>
    </Page>
  );
}
