import { type ExportReason, exportReasons } from '@shared/grids/workbookContract';
import { useQuery } from '@tanstack/react-query';
import { View } from '@tarojs/components';
import { useState } from 'react';
import { call } from '@/client/call';
import { activeMembership, useSession } from '@/client/session';
import { download } from '@/client/upload';
import { Button, Card, Cells, Heading, Notice, Select, spoken } from '@/parts';
import { useFaults } from '@/returns/useFaults';
import { useExportWords } from './words';

/** The roster as a workbook: masked, or in full with a reason that is recorded before it leaves. */
export function ExportRoster() {
  const words = useExportWords();
  const [at, setAt] = useState('');
  const [content, setContent] = useState<'masked' | 'full'>('masked');
  const [reason, setReason] = useState<ExportReason | ''>('');
  const [state, setState] = useState<'going' | 'done' | ''>('');
  const { refusal, faultOf, show, showRefusal } = useFaults();
  const buildings = useBuildings();
  const isFull = content === 'full';
  const fetchFile = async () => {
    if (state === 'going') return;
    show(isFull && !reason ? [{ path: 'reason', code: 'choice' }] : []);
    if (isFull && !reason) return;
    setState('going');
    const { estate, building } = buildings[Number(at)] ?? {};
    try {
      const query = { reason: isFull ? reason : undefined, estate: estate || undefined, building };
      await download('exportRoster', { query });
      setState('done');
    } catch (error) {
      showRefusal(error);
      setState('');
    }
  };
  return (
    <Card>
      <Heading>{words.title}</Heading>
      <View className="under book-help">{words.help}</View>
      <Select
        label={words.building}
        value={at}
        onChange={setAt}
        options={buildings.map(({ estate, building }, i) => ({
          value: String(i),
          label: words.buildingName(estate, building),
        }))}
        blank={words.all}
      />
      <Cells
        halves
        label={words.content}
        value={content}
        onChange={(value) => setContent(value as 'full')}
        options={(['masked', 'full'] as const).map((value) => ({ value, label: words[value] }))}
      />
      <View className="under book-help">{isFull ? words.fullHelp : words.maskedHelp}</View>
      {isFull && (
        <Cells
          label={words.reason}
          value={reason}
          onChange={(value) => setReason(value as ExportReason)}
          fault={faultOf('reason') && words.needReason}
          options={exportReasons.map((value) => ({ value, label: words.reasons[value] }))}
        />
      )}
      {refusal && !faultOf('reason') && <Notice>{refusal}</Notice>}
      <Button kind="tint" label={state === 'going' ? words.going : words.go} onTap={() => void fetchFile()} />
      {state === 'done' && <View {...spoken({ role: 'status' })}>{words.done}</View>}
    </Card>
  );
}

/** Each building once, whatever its units. */
function useBuildings(): { estate: string; building: string }[] {
  const { session } = useSession();
  const communityId = activeMembership(session)?.communityId ?? '';
  const { data } = useQuery({
    queryKey: ['dwelling', 'buildings', communityId],
    queryFn: () => call('listBuildings', { params: { id: communityId } }),
    enabled: communityId !== '',
  });
  const seen = new Map((data?.items ?? []).map((one) => [`${one.estate}|${one.building}`, one]));
  return [...seen.values()];
}
