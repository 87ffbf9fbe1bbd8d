import { NotAMember, readMember } from '../../../nodes/shared/linkedin';

/** The refusal of an input; fails if the input is read or something else is thrown. */
export function refusalOf(input: unknown): NotAMember {
	try {
		const member = readMember(input);
		throw new Error(`was read as ${JSON.stringify(member)}`);
	} catch (error) {
		if (error instanceof NotAMember) return error;
		throw error;
	}
}
