import { readMoment } from '../http/resets';

/** A message as a conversation shows it. */
export interface SeenMessage {
	readonly text: string;
	/** When it was sent, as the vendor writes it: seconds, milliseconds or ISO 8601. */
	readonly sentAt?: unknown;
	/** True when its author is certainly the acting account. */
	readonly isOurs: boolean;
}

/** When an answer came: by our clock as we asked, and by the vendor's own. In ms. */
export interface VendorMoment {
	readonly ours: number;
	readonly theirs: number;
}

/** A Date header tells whole seconds, and so do some vendors' messages. */
const TOLERANCE_MS = 2_000;

/** Vendors and LinkedIn change blanks and line ends on the way. */
const plain = (text: string): string => text.replace(/\s+/g, ' ').trim();

/**
 * Whether a message stands in a conversation that can only be the one of an act. It must be ours, hold
 * its words, and be of the time since the act began by the vendor's own clock: ours may be minutes off.
 * One from the vendor's future shows that its clocks differ among themselves, and proves nothing either.
 * That nothing stands there never proves anything: it may show late.
 *
 * @param since when the act began, in ms by our clock
 * @param moment of the answer that showed the messages; without it nothing can be told
 */
export function isShown(
	messages: readonly SeenMessage[],
	text: string,
	since: number,
	moment: VendorMoment | undefined,
): boolean {
	if (!moment) return false;
	const begun = since + (moment.theirs - moment.ours);
	return messages.some((one) => {
		const sentAt = Date.parse(readMoment(one.sentAt) ?? '');
		return (
			one.isOurs &&
			sentAt >= begun - TOLERANCE_MS &&
			sentAt <= moment.theirs + TOLERANCE_MS &&
			plain(one.text) === plain(text)
		);
	});
}
