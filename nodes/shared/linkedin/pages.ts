/** LinkedIn pages that are not a person's profile, by the first word of their path. */
const PAGES: Readonly<Record<string, readonly string[]>> = {
	'a LinkedIn company page': ['company', 'companies', 'company-beta', 'organization'],
	'a LinkedIn showcase page': ['showcase'],
	'a LinkedIn school page': ['school', 'schools', 'edu', 'college', 'university'],
	'a LinkedIn group': ['groups', 'group', 'groupitem', 'groupregistration'],
	'a LinkedIn event': ['events', 'event'],
	'a LinkedIn job': ['jobs', 'job', 'hiring'],
	'a LinkedIn post': ['posts', 'post', 'feed', 'video', 'live'],
	'a LinkedIn article': ['pulse', 'article', 'articles', 'newsletters', 'newsletter', 'news'],
	'a LinkedIn Learning page': ['learning', 'lynda'],
	'a LinkedIn search page': ['search', 'vsearch'],
	'a LinkedIn directory page': ['directory', 'people'],
	'a LinkedIn conversation': ['messaging', 'inbox'],
	'a LinkedIn product page': ['products', 'product', 'services', 'service'],
	'a LinkedIn topic page': ['hashtag', 'topics', 'salary', 'advice', 'top-content'],
	'a LinkedIn settings page': ['help', 'legal', 'mynetwork', 'notifications', 'psettings'],
	'a LinkedIn sign-in page': ['login', 'signup', 'authwall', 'uas', 'checkpoint', 'start'],
};

const PAGE_OF = new Map(
	Object.entries(PAGES).flatMap(([page, paths]) => paths.map((path) => [path, page] as const)),
);

/** Where paths to a member begin, with or without something in front. */
const MEMBER_PATHS = new Set(['in', 'pub', 'sales', 'talent', 'recruiter', 'profile']);

/** What mobile pages, e-mails and the Chinese edition put before the path proper. */
const PREFIXES = new Set(['mwlite', 'comm', 'public-profile', 'incareer', 'm']);

export function pageOf(segment: string): string | undefined {
	return PAGE_OF.get(segment);
}

export function isPrefix(segment: string): boolean {
	return PREFIXES.has(segment);
}

/** Whether a word stands in LinkedIn's paths before the name of something, and so for nobody. */
export function isPathWord(segment: string): boolean {
	return MEMBER_PATHS.has(segment) || PREFIXES.has(segment) || PAGE_OF.has(segment);
}

/** Whether a path that came without a host can only be LinkedIn's. */
export function beginsPath(segment: string): boolean {
	// "m/w/d" stands in job titles, never before a profile.
	if (segment === 'm') return false;
	return isPathWord(segment);
}
