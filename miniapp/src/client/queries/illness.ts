import { home14, type Illness } from '@shared/observation/policies';
import { useCommunities, useMe } from '.';

/**
 * What is asked about somebody's health, and from which temperature it is a fever: as the policy of the own community has it, or of the one
 * that somebody declares to. Before any community is known, what a new one begins with.
 */
export function useIllness(communityId = ''): Illness {
  const own = useMe().data?.community;
  const isOther = communityId !== '' && communityId !== own?.id;
  const others = useCommunities(isOther).data?.items;
  const told = isOther ? others?.find(({ id }) => id === communityId) : own;
  return told?.illness ?? home14.illness;
}
