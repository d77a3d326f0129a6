/** How a request came in: by the household or its mandate; by staff on the telephone, at the door, at the registration desk. */
export const channels = ['app', 'proxy', 'door', 'desk'] as const;
export type Channel = (typeof channels)[number];
