import { useQuery } from '@tanstack/react-query';
import { answer, answerWithRevision, api } from '../../api/client';
import type { Schema } from '../../api/types';

export type Endpoint = Schema<'Endpoint'>;
export type EndpointInput = Schema<'EndpointInput'>;
export type Delivery = Schema<'Delivery'>;
export type DeliveryState = Schema<'DeliveryState'>;
export type Told = NonNullable<NonNullable<EndpointInput['filter']>['transitions']>[number];

export const PAGE = 50;
const POLL_MS = 3_000;
const MOST_NAMES = 200;

/** What is sent to replace an endpoint: all that can be set of it. */
export function inputOf(endpoint: Endpoint): EndpointInput {
  const { name, url, minimumSeverity, enabled, team, filter, channel } = endpoint;
  return { name, url, minimumSeverity, enabled, channel, ...(team && { team }), ...(filter && { filter }) };
}

/** One endpoint with its revision. */
export function readEndpoint(id: string): Promise<{ value: Endpoint; etag: string }> {
  return answerWithRevision(api.GET('/api/notifications/endpoints/{id}', { params: { path: { id } } }));
}

/** Replaces an endpoint that still has this revision; what somebody else changed in between is a 412. */
export async function putEndpoint(id: string, etag: string, body: EndpointInput): Promise<void> {
  await api.PUT('/api/notifications/endpoints/{id}', {
    params: { path: { id }, header: { 'If-Match': etag } },
    body,
  });
}

/** The first endpoints, to name them and to choose one. */
export function useEndpointNames() {
  return useQuery({
    queryKey: ['notifications', 'endpoints', 'names'],
    queryFn: () =>
      answer(api.GET('/api/notifications/endpoints', { params: { query: { limit: MOST_NAMES } } })),
    select: (page) => new Map(page.items.map((endpoint) => [endpoint.id, endpoint.name])),
  });
}

/** One page of deliveries; read again every few seconds while one of them waits. */
export function useDeliveries(
  filter: { endpoint: string; state: '' | DeliveryState; gap: string },
  cursor: string | undefined,
) {
  return useQuery({
    queryKey: ['notifications', 'deliveries', filter, cursor],
    placeholderData: (before) => before,
    queryFn: () =>
      answer(
        api.GET('/api/notifications/deliveries', {
          params: {
            query: {
              limit: PAGE,
              ...(cursor && { cursor }),
              ...(filter.endpoint && { endpoint: filter.endpoint }),
              ...(filter.state && { state: [filter.state] }),
              ...(filter.gap && { gap: filter.gap }),
            },
          },
        }),
      ),
    refetchInterval: ({ state }) =>
      state.data?.items.some((each) => each.state === 'waiting') ? POLL_MS : false,
  });
}

/** One delivery with its body and its attempts. */
export function useDelivery(id: string) {
  return useQuery({
    queryKey: ['notifications', 'delivery', id],
    queryFn: () => answer(api.GET('/api/notifications/deliveries/{id}', { params: { path: { id } } })),
    refetchInterval: ({ state }) => (state.data?.delivery.state === 'waiting' ? POLL_MS : false),
  });
}
