import { View } from '@tarojs/components';
import { useState } from 'react';
import type { ResidentSearch } from '@/client/queries/residents';
import { useEntry } from '@/client/useEntry';
import { Button, Card, Page, Select, TextField } from '@/parts';
import { ResidentList } from '@/residents/ResidentList';
import { useKeyGroups, useResidentsWords } from '@/residents/words';
import { useWatermark } from '@/worklist/useWatermark';

/** What was typed is a door, four last figures, or a name. */
function searchOf(typed: string): ResidentSearch | null {
  const text = typed.trim();
  if (!text) return null;
  if (/^\d{3}[\dXx]$/.test(text)) return { last4: text };
  return /\d/.test(text) ? { door: text } : { name: text };
}

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
          </Card>
        </View>
        <View className="column first">{isReady && search && <ResidentList search={search} />}</View>
      </View>
    </Page>
  );
}
