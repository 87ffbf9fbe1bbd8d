import type { Member } from '../../../../nodes/shared/linkedin';
import { NotAMember, readMember } from '../../../../nodes/shared/linkedin';

/** The member an input names, or its refusal; fails if anything else is thrown. */
export function read(input: unknown): Member | NotAMember {
	try {
		return readMember(input);
	} catch (error) {
		expect(error).toBeInstanceOf(NotAMember);
		return error as NotAMember;
	}
}

/** The refusal of an input; fails if the input is read. */
export function refusalOf(input: unknown): NotAMember {
	const answer = read(input);
	if (answer instanceof NotAMember) return answer;
	throw new Error(`was read as ${JSON.stringify(answer)}`);
}
