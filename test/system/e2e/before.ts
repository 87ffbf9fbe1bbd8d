import { findChromium } from './chromium';

/** Looks for a browser, and gets one where that is possible. */
export async function before(): Promise<void> {
	await findChromium();
}
