/** Zones asked for so far, with whether `Intl` knows them: asking costs an exception each time. */
const known = new Map<string, boolean>();

/** Whether `Intl` can work with a time zone: n8n also hands on 'DEFAULT', 'GMT+2' and nothing at all. */
export function isKnownTimezone(timezone: string): boolean {
	const before = known.get(timezone);
	if (before !== undefined) return before;
	let isKnown = timezone !== '';
	try {
		new Intl.DateTimeFormat('en-GB', { timeZone: timezone });
	} catch {
		isKnown = false;
	}
	known.set(timezone, isKnown);
	return isKnown;
}

/** The time zone to reckon in: the workflow's, or UTC where that is none `Intl` knows. */
export function usableTimezone(timezone: unknown): string {
	return typeof timezone === 'string' && isKnownTimezone(timezone) ? timezone : 'UTC';
}
