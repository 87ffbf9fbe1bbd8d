import { digits } from '../random';
import type { Json } from '../types';
import type { Person } from '../world/person';
import type { World } from '../world/world';

export type Company = Person['company'];

const POSTS_EACH = 3;

function posts(author: string, text: string, world: World): Json[] {
	return Array.from({ length: POSTS_EACH }, (_, index) => {
		const key = `${world.seed}|post|${author}|${index}`;
		const counts = Number(digits(4, key));
		return {
			social_urn: `urn:li:activity:${digits(19, key)}`,
			text: `${text} (${index + 1})`,
			likes: counts % 500,
			comments: counts % 40,
			shares: counts % 7,
		};
	});
}

/** What a person has posted, newest first, always the same for a seed. Hidden people show nothing. */
export function postsOfPerson(person: Person | undefined, world: World): Json[] {
	if (!person || person.restricted) return [];
	return posts(person.memberId, `${person.firstName} über „${person.title}“ 🚀`, world);
}

/** The same of a company page. */
export function postsOfCompany(company: Company, world: World): Json[] {
	return posts(company.slug, `News from ${company.name}`, world);
}

/** Whether a post has this URN. Activity URNs only: nothing else is documented. */
export function isPost(urn: string, world: World): boolean {
	const all = world.people.flatMap((person) => [
		...postsOfPerson(person, world),
		...postsOfCompany(person.company, world),
	]);
	return all.some(({ social_urn }) => social_urn === urn);
}
