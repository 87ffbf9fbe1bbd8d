import { z } from 'zod';

import { defineRead } from '../../../shared/operation/types';
import type { OutXApi } from '../../api';
import { fetchTeam } from '../../team';

/**
 * GET /api-team (the vendor's MCP server, account.ts). Its keys are documented nowhere, so the answer is
 * passed through whole.
 */
export const getTeam = defineRead<OutXApi, unknown>({
	resource: 'team',
	operation: 'get',
	name: 'Get',
	action: 'Get team',
	description: 'Read your OutX team: its members, its plan and how much of it is used',
	parameters: [],
	input: z.unknown(),
	perform: async (api) => await fetchTeam(api),
});
