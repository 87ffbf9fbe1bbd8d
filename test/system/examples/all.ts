import type { Example } from './check';
import { acceptedConnectionToMessage } from './checks/acceptedConnectionToMessage';
import { connectSafelyQuotaCheckFirst } from './checks/connectSafelyQuotaCheckFirst';
import { crmToLinkedin } from './checks/crmToLinkedin';
import { hubspotToConnectionRequest } from './checks/hubspotToConnectionRequest';
import { linkupLogInWithCode } from './checks/linkupLogInWithCode';
import { listCampaignWithResults } from './checks/listCampaignWithResults';
import { outxStartThenCheck } from './checks/outxStartThenCheck';
import { sortErrorsByRetrySafe } from './checks/sortErrorsByRetrySafe';

/** In the order of docs/examples.md. */
export const EXAMPLES: readonly Example[] = [
	crmToLinkedin,
	listCampaignWithResults,
	hubspotToConnectionRequest,
	acceptedConnectionToMessage,
	outxStartThenCheck,
	connectSafelyQuotaCheckFirst,
	linkupLogInWithCode,
	sortErrorsByRetrySafe,
];
