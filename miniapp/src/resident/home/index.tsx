import type { ObservationView } from '@shared/observation/contract';
import type { ReturnView } from '@shared/returns/contract';
import { inBeijing } from '@shared/time';
import { View } from '@tarojs/components';
import { useActing, useMay } from '@/client/acting';
import { now } from '@/client/clock';
import { open } from '@/client/navigate';
import { type OutboxEntry, useOutbox } from '@/client/outbox';
import { pages } from '@/client/pages';
import { keep } from '@/client/phoneStore';
import { useCommunities, useMe, useObservations, useReturns } from '@/client/queries';
import { useOpenFevers } from '@/client/queries/temperatures';
import { useSession } from '@/client/session';
import { useSettings } from '@/client/settings';
import { useEntry } from '@/client/useEntry';
import { Identity } from '@/entry/Identity';
import { Async, Button, Call, Card, Chip, dial, Heading, Line, Menu, Page, RoundCall } from '@/parts';
import { formAgain, type Household } from '@/returns/declare/form';
import { useDateText, useDayText, useMomentText, usePlainWords } from '@/words';
import { draftNameOf } from '../declare/draftName';
import { type Community, FeverCare, needsFeverCare } from '../FeverCare';
import { useOwedNow } from '../owed';
import { useResidentWords } from '../words';
import { OpenFever } from './OpenFever';
import { Temperatures } from './Temperatures';

/** What is going on in the household, the one thing to do next, and a human within reach. */
export default function Home() {
  useEntry();
  const words = useResidentWords();
  const plain = usePlainWords();
  const { elder } = useSettings();
  const acting = useActing();
  const me = useMe();
  const returns = useReturns();
  const observations = useObservations();
  const [newest] = returns.data?.items ?? [];
  const latest = returns.data?.items.filter(({ partyId }) => partyId === newest?.partyId).reverse() ?? [];
  const community = me.data?.community;
  const door = me.data?.household?.door ?? newest?.door ?? '';
  const owed = useOwedNow();
  const fevers = useOpenFevers().data ?? [];
  // One thing first: what is owed now.
  const isFirstTaken = owed.isOpen && owed.owed.length > 0;
  return (
    <Page
      isHome
      title={elder ? words.elderHome : [words.home, community?.name].filter(Boolean).join(' · ')}
      foot={elder && community && <Call label={plain.callCommunity} phone={community.duty.phone} />}
    >
      <Greeting door={acting ? '' : door} />
      <Unsent />
      {fevers.map((request) => (
        <OpenFever key={request.id} request={request} at={owed.at} />
      ))}
      <Temperatures owed={owed} />
      <Async query={returns}>
        {fevers.length === 0 && needsFeverCare(latest, now()) && <FeverCare community={community} />}
        <Now
          isFirst={!isFirstTaken}
          latest={latest}
          observations={observations.data?.items ?? []}
          household={me.data?.household ?? null}
        />
      </Async>
      {returns.error && !returns.data && <WithoutNetwork isFirst={!isFirstTaken} />}
      {!elder && community && <People community={community} latest={latest} />}
      {me.data && !community && <Communities />}
      {me.data?.household && (
        <Menu entries={[{ page: pages.mine, icon: 'person', label: acting ? words.theirs : words.mine }]} />
      )}
      <Identity />
    </Page>
  );
}

function Greeting({ door }: { door: string }) {
  const words = useResidentWords();
  const dateText = useDateText();
  const { comma } = usePlainWords();
  const { elder } = useSettings();
  const at = now();
  return (
    <>
      <Heading look="head">
        {elder ? dateText(at) : [words.greeting[partOfDay(at)], door].filter(Boolean).join(comma)}
      </Heading>
      <View className="under">{elder ? door : dateText(at)}</View>
    </>
  );
}

function partOfDay(at: Date): 'night' | 'morning' | 'noon' | 'afternoon' | 'evening' {
  const hour = inBeijing(at).hour();
  if (hour < 5) return 'night';
  if (hour < 11) return 'morning';
  if (hour < 13) return 'noon';
  return hour < 18 ? 'afternoon' : 'evening';
}

/** A declaration that waits on this phone: nobody should fill it in again. */
function Unsent() {
  const words = useResidentWords();
  const isUnsent = useOutbox(({ entries }) => entries.some(isDeclaration));
  if (!isUnsent) return null;
  return (
    <Card kind="waiting">
      <Heading look="title">{words.unsentHead}</Heading>
      <View className="under">{words.unsent}</View>
    </Card>
  );
}

const isDeclaration = ({ operation }: OutboxEntry): boolean => operation === 'declareReturn';

interface NowProps {
  /** Whether it is the one thing to do; something else may be owed now. */
  isFirst: boolean;
  latest: ReturnView[];
  observations: ObservationView[];
  household: Household | null;
}

/** The one thing that matters now. */
function Now({ isFirst, latest, observations, household }: NowProps) {
  const words = useResidentWords();
  const isUnsent = useOutbox(({ entries }) => entries.some(isDeclaration));
  const mayDeclare = useMay('declare');
  const accountId = useSession(({ session }) => session?.account.id ?? '');
  const [first] = latest;
  const [observation] = observations.filter(({ state }) => state === 'open');
  if (first?.state === 'declared') return <Waiting isFirst={isFirst} latest={latest} first={first} />;
  if (observation) return <Observed isFirst={isFirst} observation={observation} />;
  if (isUnsent) return null;
  if (!mayDeclare) return <Card>{words.idle}</Card>;
  if (first?.state === 'rejected') {
    const again = () => {
      keep(accountId, draftNameOf(household), formAgain(latest, household));
      open(pages.declare);
    };
    return (
      <Card kind="waiting">
        <Chip kind="warn" label={words.rejected} />
        <Heading look="title">{first.rejected?.reason}</Heading>
        <Button kind={isFirst ? '' : 'tint'} label={words.again} onTap={again} />
      </Card>
    );
  }
  return <Declare isFirst={isFirst} />;
}

/** What was declared cannot be fetched: one can declare all the same. */
function WithoutNetwork({ isFirst }: { isFirst: boolean }) {
  const isUnsent = useOutbox(({ entries }) => entries.some(isDeclaration));
  const mayDeclare = useMay('declare');
  return isUnsent || !mayDeclare ? null : <Declare isFirst={isFirst} />;
}

function Declare({ isFirst }: { isFirst: boolean }) {
  const words = useResidentWords();
  const acting = useActing();
  return (
    <Card>
      <Heading look="title">{acting ? words.theirHead : words.nothingHead}</Heading>
      <View className="under">{acting ? words.theirNothing : words.nothing}</View>
      <Button kind={isFirst ? '' : 'tint'} label={words.declare} onTap={() => open(pages.declare)} />
    </Card>
  );
}

function Waiting({ isFirst, latest, first }: { isFirst: boolean; latest: ReturnView[]; first: ReturnView }) {
  const words = useResidentWords();
  const plain = usePlainWords();
  const momentText = useMomentText();
  const hasFever = latest.some(({ urgency }) => urgency === 'fever');
  const look = () => open(pages.declared, { partyId: first.partyId });
  return (
    <Card kind="waiting">
      <Chip kind="warn" label={words.waiting} />
      <Heading look="title">{plain.list(latest.map(({ person }) => person.name))}</Heading>
      <View className="under">
        {hasFever
          ? words.atOnce(first.responsible.name)
          : words.by(first.responsible.name, momentText(first.dueAt))}
      </View>
      <Button kind={hasFever || !isFirst ? 'tint' : ''} label={words.look} onTap={look} />
    </Card>
  );
}

function Observed({ isFirst, observation }: { isFirst: boolean; observation: ObservationView }) {
  const words = useResidentWords();
  const dayText = useDayText();
  const { day, daysLeft, firstDay, lastDay } = observation;
  return (
    <Card>
      <Heading look="title">
        {day < 1 ? words.notYet(dayText(firstDay)) : words.observing(day, daysLeft)}
      </Heading>
      <View className="under">{words.until(lastDay)}</View>
      <Button kind={isFirst ? '' : 'tint'} label={words.days} onTap={() => open(pages.myDays)} />
    </Card>
  );
}

/** Humans to call, always in the same place. */
function People({ community, latest }: { community: Community; latest: ReturnView[] }) {
  const words = useResidentWords();
  const worker = latest[0]?.responsible;
  return (
    <Card>
      {worker && <Human as={words.yourWorker} {...worker} />}
      {community.health && <Human as={words.healthStation} {...community.health} />}
      <Human as={words.onDuty} {...community.duty} />
    </Card>
  );
}

/** For somebody who belongs to no community yet: the telephones of those that are here. */
function Communities() {
  const words = useResidentWords();
  const communities = useCommunities();
  return (
    <Card>
      {communities.data?.items.slice(0, 5).map(({ id, name, duty }) => (
        <Human key={id} as={name} {...duty} />
      ))}
      <Line label={words.liveHere} onTap={() => open(pages.bind)} />
    </Card>
  );
}

function Human({ as, name, phone }: { as: string; name: string; phone: string }) {
  const words = useResidentWords();
  return (
    <Line
      label={
        <>
          <View className="title">{as}</View>
          <View className="help">{name}</View>
        </>
      }
      value={<RoundCall label={`${words.call} ${as}`} onTap={() => dial(phone)} />}
    />
  );
}
