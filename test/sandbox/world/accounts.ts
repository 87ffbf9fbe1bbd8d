import { ACCOUNTS } from '../constants';
import { opaqueId } from '../random';
import type { Vendor } from '../types';

/** A LinkedIn account that acts for its owner. */
export interface Account {
	id: string;
	vendor: Vendor;
	firstName: string;
	lastName: string;
	publicIdentifier: string;
	memberId: string;
	/** The vendor's own word: AVAILABLE, WARMUP …; connected, disconnected … */
	status: string;
	/** ConnectSafely: an API seat is allocated. */
	seat: boolean;
	premium: boolean;
	inMailCredits: number;
	platform: 'linkedin' | 'whatsapp';
}

export type NewAccount = Partial<Account> & { id: string; vendor: Vendor };

/** Fills in a whole account that can send. */
export function makeAccount(given: NewAccount, seed: number): Account {
	const { firstName = 'Sam', lastName = 'Sender' } = given;
	return {
		firstName,
		lastName,
		publicIdentifier: `${firstName}-${lastName}-${given.id.slice(-4)}`.toLowerCase(),
		memberId: opaqueId('ACoAA', `${seed}|${given.id}`),
		status: given.vendor === 'connectSafely' ? 'AVAILABLE' : 'connected',
		seat: true,
		premium: false,
		inMailCredits: 0,
		platform: 'linkedin',
		...given,
	};
}

export const SEED_ACCOUNTS: readonly NewAccount[] = [
	{ id: ACCOUNTS.outXAdmin, vendor: 'outX', firstName: 'Olivia', lastName: 'Admin' },
	{
		id: ACCOUNTS.connectSafelyDefault,
		vendor: 'connectSafely',
		firstName: 'Carla',
		lastName: 'Díaz',
		publicIdentifier: 'carla-díaz',
		premium: true,
		inMailCredits: 5,
	},
	{
		id: ACCOUNTS.connectSafelySecond,
		vendor: 'connectSafely',
		firstName: 'Colin',
		lastName: 'Second',
	},
	{
		id: ACCOUNTS.connectSafelyWarmup,
		vendor: 'connectSafely',
		firstName: 'Wanda',
		lastName: 'Warmup',
		status: 'WARMUP',
		seat: false,
	},
	{
		id: ACCOUNTS.linkupMain,
		vendor: 'linkupApi',
		firstName: 'Lena',
		lastName: 'Linkup',
		premium: true,
		inMailCredits: 5,
	},
	{ id: ACCOUNTS.linkupSecond, vendor: 'linkupApi', firstName: 'Louis', lastName: 'Second' },
	{
		id: ACCOUNTS.linkupInactive,
		vendor: 'linkupApi',
		firstName: 'Ines',
		lastName: 'Inactive',
		status: 'disconnected',
	},
];
