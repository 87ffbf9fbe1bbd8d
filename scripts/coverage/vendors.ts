import { compare } from './compare';
import type { Coverage } from './compare';
import { callsOf } from './contract';
import type { Contract } from './contract';
import { offeredIn } from './nodes';
import { offersOf } from './offered';
import type { MADE } from './offered';

export interface Covered extends Coverage {
	/** The vendor in the JSON, and as people call it. */
	readonly vendor: string;
	readonly label: string;
}

interface Source {
	readonly vendor: keyof typeof MADE;
	readonly label: string;
	/** Below nodes/. */
	readonly folder: string;
	readonly contract: Contract;
}

export const SOURCES: readonly Source[] = [
	{ vendor: 'outX', label: 'OutX', folder: 'OutX', contract: 'outx' },
	{
		vendor: 'connectSafely',
		label: 'ConnectSafely.ai',
		folder: 'ConnectSafely',
		contract: 'connectsafely',
	},
	{
		vendor: 'linkupApi',
		label: 'LinkupAPI',
		folder: 'LinkupApi',
		contract: 'linkupapi',
	},
];

/** What the nodes offer of every vendor's calls. */
export async function coverage(): Promise<Covered[]> {
	return await Promise.all(
		SOURCES.map(async ({ vendor, label, folder, contract }) => ({
			vendor,
			label,
			...compare(callsOf(contract), offersOf(vendor, callsOf(contract)), await offeredIn(folder)),
		})),
	);
}
