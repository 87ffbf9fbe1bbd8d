import type { z } from 'zod';

import type { Member } from '../shared/linkedin';
import type { ConnectSafelyApi } from './api';
import { relationshipAnswer } from './answers';
import { lookUp } from './people';

export type Relationship = z.infer<typeof relationshipAnswer>;

/** GET /relationship/{profileId}, or /{accountId}/{profileId}: how an account stands to a person. */
export async function relationshipTo(
	{ client }: ConnectSafelyApi,
	member: Member,
	accountId: string | undefined,
): Promise<Relationship> {
	return await lookUp(member, async (slug) => {
		const segments = [accountId, slug].filter((segment) => segment !== undefined);
		const path = `/relationship/${segments.map(encodeURIComponent).join('/')}`;
		return (await client.read({ method: 'GET', path }, relationshipAnswer)).data;
	});
}
