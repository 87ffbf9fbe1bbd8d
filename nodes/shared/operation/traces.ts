/** A message as a conversation shows it. */
export interface SeenMessage {
	readonly text: string;
	/** When it was sent, in ms; absent where the vendor does not say. */
	readonly at?: number;
	/** Whether the acting account wrote it; absent where that cannot be told. */
	readonly ours?: boolean;
}

/** Clocks of the vendor, of LinkedIn and of this machine differ a little. */
export const CLOCK_SKEW_MS = 30_000;

/** Vendors and LinkedIn change blanks and line ends on the way. */
const plain = (text: string): string => text.replace(/\s+/g, ' ').trim();

/**
 * Looks for a message among those of a conversation.
 *
 * @param since when the act began, in ms
 * @returns `sent` when it stands there, `nothing` when we wrote nothing since, undefined when we did or
 * may have
 */
export function traceOf(
	messages: readonly SeenMessage[],
	text: string,
	since: number,
): 'sent' | 'nothing' | undefined {
	const recent = messages.filter(
		({ at, ours }) => ours !== false && (at ?? since) >= since - CLOCK_SKEW_MS,
	);
	// The same words from shortly before it began are those of another run.
	const isIt = recent.some((one) => (one.at ?? 0) >= since && plain(one.text) === plain(text));
	if (isIt) return 'sent';
	return recent.length === 0 ? 'nothing' : undefined;
}
