import { compare } from './compare';
import type { Coverage } from './compare';
import { callsOf } from './contract';
import type { Contract } from './contract';
import { offeredIn } from './nodes';
import { connectSafelyOffers, linkupOffers, outXOffers } from './offered';
import type { Offers } from './offered';

export interface Covered extends Coverage {
	/** The vendor in the JSON, and as people call it. */
	readonly vendor: string;
	readonly label: string;
}

interface Source {
	readonly vendor: string;
	readonly label: string;
	/** Below nodes/. */
	readonly folder: string;
	readonly contract: Contract;
	readonly offers: Offers;
}

export const SOURCES: readonly Source[] = [
	{ vendor: 'outX', label: 'OutX', folder: 'OutX', contract: 'outx', offers: outXOffers },
	{
		vendor: 'connectSafely',
		label: 'ConnectSafely.ai',
		folder: 'ConnectSafely',
		contract: 'connectsafely',
		offers: connectSafelyOffers,
	},
	{
		vendor: 'linkupApi',
		label: 'LinkupAPI',
		folder: 'LinkupApi',
		contract: 'linkupapi',
		offers: linkupOffers,
	},
];

/** What the nodes offer of every vendor's calls. */
export async function coverage(): Promise<Covered[]> {
	return await Promise.all(
		SOURCES.map(async ({ vendor, label, folder, contract, offers }) => ({
			vendor,
			label,
			...compare(callsOf(contract), offers, await offeredIn(folder)),
		})),
	);
}
