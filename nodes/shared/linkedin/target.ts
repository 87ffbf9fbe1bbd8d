import type { Member } from './member';
import { memberKeys, mergeMembers } from './member';
import type { Post } from './post';
import { postKeys } from './post';

/** Whom or what an act is on: a member, or a post. */
export type Target = Member & Post;

/** A target's keys, best known first. Two targets that share a key are the same person or post. */
export function targetKeys(target: Target): string[] {
	return [...memberKeys(target), ...postKeys(target)];
}

/** Everything `a` says, with the gaps filled by `b`. Does not check that they are one. */
export function mergeTargets(a: Target, b: Target): Target {
	const activity = a.activity || b.activity;
	const share = a.share || b.share;
	const ugcPost = a.ugcPost || b.ugcPost;
	const vendorId = a.vendorId || b.vendorId;
	return {
		...mergeMembers(a, b),
		...(activity && { activity }),
		...(share && { share }),
		...(ugcPost && { ugcPost }),
		...(vendorId && { vendorId }),
	};
}

const kindOf = (key: string): string => key.slice(0, key.indexOf(':'));

/**
 * Whether two are one: `same` where they share a name, `different` where they have the same kind of name and it
 * differs, `unclear` where one is known by other kinds of name than the other.
 */
export function compareTargets(a: Target, b: Target): 'same' | 'different' | 'unclear' {
	const [ours, theirs] = [targetKeys(a), targetKeys(b)];
	if (ours.some((key) => theirs.includes(key))) return 'same';
	const kinds = new Set(ours.map(kindOf));
	return theirs.some((key) => kinds.has(kindOf(key))) ? 'different' : 'unclear';
}
